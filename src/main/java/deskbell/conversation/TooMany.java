package deskbell.conversation;

import java.time.Duration;

/** A limit on how often was reached. */
public final class TooMany extends DeskbellException {
  private final Duration retryAfter;

  /** Names the limit and when to try again. */
  public TooMany(String message, Duration retryAfter) {
    super(message, null);
    this.retryAfter = retryAfter;
  }

  /** From when on it may succeed. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
