package deskbell.knowledge;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * The limits of keeping nodes in step.
 *
 * @param poll how often other nodes' publications are asked for
 * @param handOver how long a publication waits until its edition is searched
 */
public record EditionSettings(Duration poll, Duration handOver) {
  /** Every 2 s; 10 s. */
  public static final EditionSettings DEFAULTS =
      new EditionSettings(Duration.ofSeconds(2), Duration.ofSeconds(10));

  public EditionSettings {
    if (!poll.isPositive() || !handOver.isPositive()) {
      throw new Invalid("limits of editions", "must be positive");
    }
  }
}
