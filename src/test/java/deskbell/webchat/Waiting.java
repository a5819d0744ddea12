package deskbell.webchat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Waits for something to become true, within a limit. */
final class Waiting {
  private static final Duration STEP = Duration.ofMillis(10);

  private static final Duration STILL = Duration.ofMillis(500);

  private Waiting() {}

  static void until(BooleanSupplier condition) {
    var deadline = System.nanoTime() + ChatClient.LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("did not happen within " + ChatClient.LIMIT);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  /** Waits until a number has stayed the same for half a second. */
  static void whileChanging(IntSupplier number) {
    var last = new int[] {number.getAsInt()};
    var since = new long[] {System.nanoTime()};
    until(
        () -> {
          var now = number.getAsInt();
          if (now != last[0]) {
            last[0] = now;
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > STILL.toNanos();
        });
  }
}
