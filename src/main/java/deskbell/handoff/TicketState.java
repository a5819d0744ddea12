package deskbell.handoff;

import java.util.Locale;

/** Where a ticket stands. */
public enum TicketState {
  /** A shopper waits for somebody. */
  WAITING,
  /** An agent has taken the shopper. */
  CLAIMED,
  /** Over: the bot answers again. */
  RELEASED,
  /** Over: the conversation has ended. */
  CLOSED;

  /** The name on the wire and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a {@link #wire} name. */
  public static TicketState ofWire(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** True while somebody waits or is being served. */
  public boolean open() {
    return this == WAITING || this == CLAIMED;
  }
}
