package deskbell.conversation;

import java.util.Locale;

/** Who answers a conversation just now. */
public enum Mode {
  /** The bot. */
  BOT,
  /** Nobody yet: the shopper waits for a person. */
  WAITING,
  /** An agent. */
  HUMAN,
  /** Nobody any more. */
  CLOSED;

  /** The name on the wire and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of a {@link #wire} name. */
  public static Mode ofWire(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
