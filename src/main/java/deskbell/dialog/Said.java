package deskbell.dialog;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that was said in a conversation.
 *
 * @param value as a slot holds it
 * @param at when, in seconds since 1970
 */
public record Said(String value, long at) {
  /** After this long a shopper who comes back is told where the conversation was. */
  static final Duration PAUSE = Duration.ofHours(1);

  /** What was said this long ago is asked again before it is acted on. */
  static final Duration STALE = Duration.ofDays(1);

  /** True where it was said too long ago to be acted on. */
  boolean stale(Instant now) {
    return since(STALE, at, now);
  }

  /** True where so much time has passed. */
  static boolean since(Duration time, long at, Instant now) {
    return now.getEpochSecond() - at >= time.toSeconds();
  }
}
