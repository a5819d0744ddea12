package deskbell.training.neural;

import java.time.Duration;
import java.util.Locale;

/**
 * How far training is.
 *
 * @param step of steps
 * @param loss of the last steps on average, in nats
 * @param tokens a second, read and written
 */
record Progress(long step, long steps, double loss, double tokens, Duration left) {
  private static final int WIDTH = 24;

  /** One line: a bar, loss, speed, time left. */
  String line() {
    int full = (int) (WIDTH * step / Math.max(1, steps));
    return String.format(
        Locale.ROOT,
        "[%s%s] step %d of %d, loss %.3f, %,.0f tokens/s, %d:%02d left",
        "█".repeat(full),
        "·".repeat(WIDTH - full),
        step,
        steps,
        loss,
        tokens,
        left.toMinutes(),
        left.toSecondsPart());
  }
}
