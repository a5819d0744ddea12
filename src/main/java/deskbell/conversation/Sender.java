package deskbell.conversation;

import java.util.Locale;

/** Who wrote a message. */
public enum Sender {
  SHOPPER,
  BOT,
  AGENT,
  /** Deskbell itself: "an agent has joined". */
  SYSTEM;

  /** The name on the wire and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The sender of a {@link #wire} name. */
  public static Sender ofWire(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
