package deskbell;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Waits for something to become true, within a limit. */
public final class Waiting {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Duration STILL = Duration.ofMillis(500);

  private Waiting() {}

  /** Waits until it is so. */
  public static void until(BooleanSupplier condition) {
    until("it happens", condition);
  }

  /** Waits until it is so; the failure says what was waited for. */
  public static void until(String what, BooleanSupplier condition) {
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + LIMIT + ": " + what);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  /** Waits until a number has stayed the same for half a second. */
  public static void whileChanging(IntSupplier number) {
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
