package deskbell.conversation;

import java.util.Locale;

/** Where an answer comes from, so that it can be explained and judged. */
public record Source(Kind kind, String id) {
  /** The kinds of source. */
  public enum Kind {
    ARTICLE,
    FLOW,
    MODEL,
    AGENT;

    /** The name on the wire and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a {@link #wire} name. */
    public static Kind ofWire(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
