package deskbell.bench;

import java.util.Arrays;

/** Collects durations in microseconds and tells their percentiles. Thread-safe. */
final class Percentiles {
  private long[] values = new long[1 << 12];
  private int count;

  synchronized void add(long microseconds) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = microseconds;
  }

  synchronized int count() {
    return count;
  }

  /** The value that this share (0 to 1) of all do not exceed, in milliseconds; 0 without values. */
  synchronized double milliseconds(double share) {
    if (count == 0) {
      return 0;
    }
    var sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) Math.ceil(share * count) - 1)] / 1_000.0;
  }
}
