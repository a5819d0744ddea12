package deskbell.training.material;

import deskbell.conversation.Language;
import deskbell.training.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Pairs of follow-ups and what they mean, composed from files of frames. */
public final class Rewritings {
  /** Pairs of a language that a Transformer learns from, a quarter of them in an epoch. */
  public static final int LEARNT = 96_000;

  /** Pairs of a language by which one is measured. */
  public static final int MEASURED = 500;

  /** Of a hundred values of pairs to learn from, so many are names that nobody has. */
  private static final int INVENTED = 40;

  private static final int SEED = 20_261_122;

  /** Times that a pair may come out as one that is there already, for each one wanted. */
  private static final int ATTEMPTS = 4;

  private Rewritings() {}

  /** Pairs to learn from, of a file and of examples of its language. */
  public static List<Rewriting> learnt(Path file, Language language, List<Example> examples) {
    var own = examples.stream().filter(example -> example.language() == language).toList();
    return pairs(new FollowUps(Frames.read(file).with(own), language, INVENTED, SEED), LEARNT);
  }

  /**
   * So many different pairs of a file, fewer where it has not so many; the same at each call. Two
   * numbers that were joined into one are no pair. Blocks for the disk; a mistake is {@link
   * deskbell.conversation.Invalid}.
   */
  public static List<Rewriting> read(Path file, Language language, int count) {
    return pairs(new FollowUps(Frames.read(file), language, 0, SEED), count);
  }

  private static List<Rewriting> pairs(FollowUps followUps, int count) {
    var pairs = new LinkedHashSet<Rewriting>();
    for (int i = 0; i < ATTEMPTS * count && pairs.size() < count; i++) {
      var pair = followUps.next();
      if (pair.revision().isPresent()) {
        pairs.add(pair);
      }
    }
    return List.copyOf(pairs);
  }

  /** Pairs to measure by of a part ({@code validation}), in all languages a corpus has it in. */
  public static List<Rewriting> part(Path corpus, String part) {
    var pairs = new ArrayList<Rewriting>();
    for (var language : Language.values()) {
      var file = file(corpus, language, part);
      if (Files.exists(file)) {
        pairs.addAll(read(file, language, MEASURED));
      }
    }
    return pairs;
  }

  /** Where a part of a corpus holds the frames of a language. */
  static Path file(Path corpus, Language language, String part) {
    return corpus.resolve("rewrite").resolve(language.code() + "-" + part + ".jsonl");
  }
}
