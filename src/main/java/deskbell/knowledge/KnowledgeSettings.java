package deskbell.knowledge;

import deskbell.conversation.Invalid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the knowledge room works.
 *
 * @param index the folder of the Lucene indexes; empty for memory alone
 * @param candidates articles that Lucene proposes and ranking compares
 * @param cached results that are kept until the next publication
 * @param threshold the confidence from which on an article is an answer, in reports
 * @param poll how often the publication number is read, should an announcement be lost
 */
public record KnowledgeSettings(
    Optional<Path> index, int candidates, int cached, double threshold, Duration poll) {
  /** Articles that Lucene proposes. */
  public static final int CANDIDATES = 24;

  /** Results that are kept. */
  public static final int CACHED = 2_000;

  /** The confidence from which on an article is an answer. */
  public static final double THRESHOLD = 0.5;

  /** How often the publication number is read. */
  public static final Duration POLL = Duration.ofSeconds(2);

  /** In memory. */
  public static final KnowledgeSettings DEFAULTS =
      new KnowledgeSettings(Optional.empty(), CANDIDATES, CACHED, THRESHOLD, POLL);

  public KnowledgeSettings {
    if (candidates < 2) {
      throw new Invalid("candidates", "is " + candidates + "; at least 2");
    }
    if (cached < 0) {
      throw new Invalid("cached", "is " + cached + "; at least 0");
    }
  }

  /** The same with indexes in a folder. */
  public KnowledgeSettings in(Path folder) {
    return new KnowledgeSettings(Optional.of(folder), candidates, cached, threshold, poll);
  }
}
