package deskbell.handoff;

import java.util.Locale;

/** Whether an agent is at the desk. */
public enum Availability {
  /** Takes shoppers. */
  ONLINE,
  /** Finishes what they have and gets nobody new. */
  AWAY,
  /** Gives no sign of life. */
  GONE;

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
