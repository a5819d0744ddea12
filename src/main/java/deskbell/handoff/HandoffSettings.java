package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * What the desk may be told.
 *
 * @param hours when people are at the desk
 * @param presence how long an agent counts as present after the last sign of life
 * @param absence how long an agent may be gone after that until their shoppers go back to the queue
 * @param lookEvery how often it is looked for those, and for who is to be given whom
 * @param listed tickets that are listed at once
 */
public record HandoffSettings(
    Hours hours, Duration presence, Duration absence, Duration lookEvery, int listed) {
  /** Day and night; an agent's page gives a sign of life every half minute. */
  public static final HandoffSettings DEFAULTS =
      new HandoffSettings(
          Hours.ALWAYS, Duration.ofSeconds(90), Duration.ofSeconds(60), Duration.ofSeconds(2), 500);

  public HandoffSettings {
    if (!presence.isPositive() || !absence.isPositive() || !lookEvery.isPositive() || listed < 1) {
      throw new Invalid("presence, absence, look every and listed", "must be positive");
    }
  }

  /** The same with other hours. */
  public HandoffSettings withHours(Hours other) {
    return new HandoffSettings(other, presence, absence, lookEvery, listed);
  }
}
