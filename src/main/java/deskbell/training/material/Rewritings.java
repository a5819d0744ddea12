package deskbell.training.material;

import deskbell.conversation.Language;
import deskbell.training.Example;
import deskbell.understanding.FollowUp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Pairs of follow-ups and what they mean, composed from files of frames. */
public final class Rewritings {
  /** Pairs of a language that a Transformer learns from. */
  public static final int LEARNT = 12_000;

  /** Pairs of a language by which one is measured. */
  public static final int MEASURED = 500;

  private static final int SEED = 20_261_122;

  /** Times that a pair may come out as one that is there already, for each one wanted. */
  private static final int ATTEMPTS = 4;

  private Rewritings() {}

  /** Pairs to learn from, of a file and of examples of its language. */
  public static List<Rewriting> learnt(Path file, Language language, List<Example> examples) {
    var own = examples.stream().filter(example -> example.language() == language).toList();
    return pairs(Frames.read(file).with(own), language, LEARNT);
  }

  /**
   * So many different pairs of a file, fewer where it has not so many; the same at each call. Two
   * numbers that were joined into one are no pair. Blocks for the disk; a mistake is {@link
   * deskbell.conversation.Invalid}.
   */
  public static List<Rewriting> read(Path file, Language language, int count) {
    return pairs(Frames.read(file), language, count);
  }

  private static List<Rewriting> pairs(Frames frames, Language language, int count) {
    var followUps = new FollowUps(frames, language, SEED);
    var pairs = new LinkedHashSet<Rewriting>();
    for (int i = 0; i < ATTEMPTS * count && pairs.size() < count; i++) {
      var pair = followUps.next();
      if (new FollowUp(pair.text(), pair.history()).revision(pair.alone()).isPresent()) {
        pairs.add(pair);
      }
    }
    return List.copyOf(pairs);
  }

  /** Pairs to measure by of a part ({@code validation}), in all languages a corpus has it in. */
  public static List<Rewriting> part(Path corpus, String part) {
    var pairs = new ArrayList<Rewriting>();
    for (var language : Language.values()) {
      var file = corpus.resolve("rewrite").resolve(language.code() + "-" + part + ".jsonl");
      if (Files.exists(file)) {
        pairs.addAll(read(file, language, MEASURED));
      }
    }
    return pairs;
  }
}
