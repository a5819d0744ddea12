package deskbell.neural;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * How the model serves.
 *
 * @param queue requests that may wait; one more is told that the model is busy
 * @param batch requests that are computed together at most
 * @param limit how long a request may wait and be computed
 * @param cached results that are remembered by their input
 * @param threads that one operation uses
 */
public record NeuralSettings(int queue, int batch, Duration limit, int cached, int threads) {
  /**
   * For two processors that other work shares: a second thread waits for its turn at every
   * operation, which costs more than it brings.
   */
  public static final NeuralSettings DEFAULTS =
      new NeuralSettings(256, 32, Duration.ofSeconds(2), 4_096, 1);

  /** The same where nobody waits for an answer, and all of them matter. */
  public static final NeuralSettings PATIENT =
      new NeuralSettings(256, 32, Duration.ofMinutes(1), 4_096, 1);

  public NeuralSettings {
    atLeastOne("queue", queue);
    atLeastOne("batch", batch);
    atLeastOne("cached", cached);
    atLeastOne("threads", threads);
    if (!limit.isPositive()) {
      throw new Invalid("limit", "is " + limit + "; must be above 0");
    }
  }

  private static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw new Invalid(field, "is " + value + "; must be at least 1");
    }
  }
}
