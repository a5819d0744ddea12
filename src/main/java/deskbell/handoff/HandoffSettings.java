package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * What the desk may be told.
 *
 * @param presence how long an agent counts as present after the last sign of life
 * @param absence how long an agent may be gone after that until their shoppers go back to the queue
 * @param lookEvery how often it is looked for those, and for who is to be given whom
 * @param listed tickets that are listed at once
 */
public record HandoffSettings(Duration presence, Duration absence, Duration lookEvery, int listed) {
  /** An agent's page gives a sign of life every half minute. */
  public static final HandoffSettings DEFAULTS =
      new HandoffSettings(
          Duration.ofSeconds(90), Duration.ofSeconds(60), Duration.ofSeconds(2), 500);

  public HandoffSettings {
    if (!presence.isPositive() || !absence.isPositive() || !lookEvery.isPositive() || listed < 1) {
      throw new Invalid("presence, absence, look every and listed", "must be positive");
    }
  }
}
