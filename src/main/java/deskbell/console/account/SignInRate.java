package deskbell.console.account;

import deskbell.conversation.TooMany;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts tries of signing in from each address within a minute, on this node. Bounded: where too
 * many addresses try at once, new ones are told to come back. Any thread.
 */
final class SignInRate {
  static final int MAX_ADDRESSES = 10_000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final int perMinute;

  SignInRate(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Admits a try or fails with {@link TooMany}. */
  void admit(String address, Instant now) {
    if (windows.size() >= MAX_ADDRESSES) {
      windows.values().removeIf(window -> window.over(now));
    }
    if (windows.size() >= MAX_ADDRESSES && !windows.containsKey(address)) {
      throw new TooMany("too many people sign in at once", WINDOW);
    }
    var window =
        windows.compute(
            address,
            (same, open) -> open == null || open.over(now) ? new Window(now, 1) : open.another());
    if (window.tries > perMinute) {
      throw new TooMany(
          "more than " + perMinute + " sign-ins a minute", Duration.between(now, window.end()));
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
