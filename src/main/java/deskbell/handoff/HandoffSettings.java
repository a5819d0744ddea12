package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.time.Duration;

/**
 * What the desk may be told.
 *
 * @param hours when people are at the desk
 * @param presence how long an agent counts as present after the last sign of life
 * @param listed tickets that are listed at once
 */
public record HandoffSettings(Hours hours, Duration presence, int listed) {
  /** Day and night; an agent's page gives a sign of life every half minute. */
  public static final HandoffSettings DEFAULTS =
      new HandoffSettings(Hours.ALWAYS, Duration.ofSeconds(90), 500);

  public HandoffSettings {
    if (!presence.isPositive() || listed < 1) {
      throw new Invalid("presence and listed", "must be positive");
    }
  }

  /** The same with other hours. */
  public HandoffSettings withHours(Hours other) {
    return new HandoffSettings(other, presence, listed);
  }
}
