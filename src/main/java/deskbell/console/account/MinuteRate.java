package deskbell.console.account;

import deskbell.conversation.TooMany;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what somebody does within a minute, by address or id, on this node. Bounded: where too
 * many come at once, new ones are told to come back. Any thread.
 */
final class MinuteRate {
  static final int MAX_KEYS = 10_000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final int perMinute;
  private final String what;

  /**
   * Admits so many a minute.
   *
   * @param what they are, in the plural
   */
  MinuteRate(int perMinute, String what) {
    this.perMinute = perMinute;
    this.what = what;
  }

  /** Admits one more or fails with {@link TooMany}. */
  void admit(String key, Instant now) {
    if (windows.size() >= MAX_KEYS) {
      windows.values().removeIf(window -> window.over(now));
    }
    if (windows.size() >= MAX_KEYS && !windows.containsKey(key)) {
      throw new TooMany("too many come at once", WINDOW);
    }
    var window =
        windows.compute(
            key,
            (same, open) -> open == null || open.over(now) ? new Window(now, 1) : open.another());
    if (window.tries > perMinute) {
      throw new TooMany(
          "more than " + perMinute + " " + what + " a minute", Duration.between(now, window.end()));
    }
  }

  private record Window(Instant start, int tries) {
    Instant end() {
      return start.plus(WINDOW);
    }

    boolean over(Instant now) {
      return !now.isBefore(end());
    }

    Window another() {
      return new Window(start, tries + 1);
    }
  }
}
