package deskbell.webchat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Allows so many of something within a sliding span of time, for each key. Shared by all threads;
 * as large as the keys that were used within the span, {@link #MAX_KEYS} at most.
 */
final class RateLimit {
  /** Keys remembered at once. Further ones are refused until others have gone. */
  static final int MAX_KEYS = 200_000;

  private static final int FIRST_SLOTS = 4;

  private final ConcurrentHashMap<Object, Window> windows = new ConcurrentHashMap<>();
  private final int max;
  private final long span;

  RateLimit(int max, Duration within) {
    this.max = max;
    this.span = within.toMillis();
  }

  /** Takes one at this time; zero where it is allowed, else the time to wait. */
  Duration take(Object key, long nowMillis) {
    if (windows.size() >= MAX_KEYS && !windows.containsKey(key)) {
      return Duration.ofMillis(span);
    }
    var wait = new long[1];
    windows.compute(
        key,
        (_, window) -> {
          var mine = window == null ? new Window() : window;
          wait[0] = mine.take(nowMillis);
          return mine;
        });
    return Duration.ofMillis(wait[0]);
  }

  /** Forgets the keys that were not used within the span. */
  void sweep(long nowMillis) {
    for (var key : windows.keySet()) {
      windows.computeIfPresent(
          key, (_, window) -> window.newest <= nowMillis - span ? null : window);
    }
  }

  int keys() {
    return windows.size();
  }

  /** A ring of the times within the span; grows up to {@code max}. */
  private final class Window {
    private long[] times = new long[Math.min(max, FIRST_SLOTS)];
    private int oldest;
    private int size;
    private long newest;

    private long take(long now) {
      while (size > 0 && times[oldest] <= now - span) {
        oldest = (oldest + 1) % times.length;
        size--;
      }
      if (size == max) {
        return times[oldest] + span - now;
      }
      if (size == times.length) {
        grow();
      }
      times[(oldest + size) % times.length] = now;
      size++;
      newest = now;
      return 0;
    }

    private void grow() {
      var larger = Arrays.copyOf(times, Math.min(max, 2 * times.length));
      for (var i = 0; i < size; i++) {
        larger[i] = times[(oldest + i) % times.length];
      }
      times = larger;
      oldest = 0;
    }
  }
}
