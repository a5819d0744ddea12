package deskbell.shop;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Counts wrong guesses at what proves an order, across conversations, nodes and restarts. A try is
 * counted before it is judged and taken back when it was right, so that many tries at once cannot
 * slip through. Every method fails with {@link deskbell.conversation.Unavailable} when the database
 * does not answer in time.
 */
public interface ProofLimits {
  /**
   * Counts a try under every subject, or under none where one of them has reached its limit.
   *
   * @param now the try's time
   */
  Future<Verdict> begin(List<Subject> subjects, Instant now);

  /** Takes a try back: it was right, or could not be judged. */
  Future<Void> withdraw(UUID attempt);

  /**
   * What guesses are counted under.
   *
   * @param key such as {@code order:LL20481234}
   * @param limit wrong tries within the window
   */
  record Subject(String key, int limit) {}

  /** Whether a try may be judged. */
  sealed interface Verdict {
    /** It may; it stays counted until it is withdrawn. */
    record Open(UUID attempt) implements Verdict {}

    /** It may not, however right it is, until then. */
    record Locked(Instant until) implements Verdict {}
  }
}
