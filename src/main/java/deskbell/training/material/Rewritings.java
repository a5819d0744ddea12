package deskbell.training.material;

import deskbell.conversation.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pairs of follow-ups and what they mean, from files of patterns. */
public final class Rewritings {
  /** Pairs that one pattern brings at most. */
  public static final int OF_A_PATTERN = 14;

  private static final int SEED = 20_261_122;

  private Rewritings() {}

  /**
   * The pairs of a file, the same at each call. Blocks for the disk; a mistake is {@link
   * deskbell.conversation.Invalid} and names file, line and rule.
   */
  public static List<Rewriting> read(Path file, Language language) {
    var random = new Random(SEED);
    return RewritePattern.read(file).stream()
        .flatMap(pattern -> pattern.pairs(language, OF_A_PATTERN, random).stream())
        .distinct()
        .toList();
  }

  /** The pairs of a part ({@code validation}) in all languages that a corpus has it in. */
  public static List<Rewriting> part(Path corpus, String part) {
    var pairs = new ArrayList<Rewriting>();
    for (var language : Language.values()) {
      var file = corpus.resolve("rewrite").resolve(language.code() + "-" + part + ".jsonl");
      if (Files.exists(file)) {
        pairs.addAll(read(file, language));
      }
    }
    return pairs;
  }
}
