package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * How the desk works, as an administrator says.
 *
 * @param firstResponse within which a person should have answered
 * @param resolution within which the matter should be settled
 * @param capacity conversations of an agent at once, where nothing else is said of them
 * @param assigns true where whoever waits is given to an agent, false where agents take them
 */
public record Policy(Duration firstResponse, Duration resolution, int capacity, boolean assigns) {
  /** Conversations of one agent at once, at most. */
  public static final int MOST = 99;

  /** Longest of both times. */
  public static final Duration LONGEST = Duration.ofDays(7);

  public Policy {
    within("firstResponse", firstResponse);
    within("resolution", resolution);
    if (capacity < 1 || capacity > MOST) {
      throw new Invalid("capacity", "is " + capacity + "; from 1 to " + MOST);
    }
  }

  private static void within(String name, Duration time) {
    if (time.toSeconds() < 1 || time.compareTo(LONGEST) > 0) {
      throw new Invalid(name, "is " + time.toSeconds() + " s; from 1 to " + LONGEST.toSeconds());
    }
  }
}
