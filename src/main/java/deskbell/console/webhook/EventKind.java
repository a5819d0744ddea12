package deskbell.console.webhook;

import deskbell.conversation.Invalid;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a program can be told of. */
public enum EventKind {
  /** A shopper waits for a person, or an agent has stepped in. */
  HANDED_OVER("conversation.handed_over"),
  /** A conversation has ended. */
  CLOSED("conversation.closed"),
  /** A shopper has judged an answer or the conversation. */
  RATED("conversation.rated");

  private final String wire;

  EventKind(String wire) {
    this.wire = wire;
  }

  /** The name on the wire and in the database. */
  public String wire() {
    return wire;
  }

  /** The kind of a name from outside; anything unknown is {@link Invalid}. */
  public static EventKind parse(String name) {
    return Stream.of(values())
        .filter(kind -> kind.wire.equals(name))
        .findFirst()
        .orElseThrow(() -> new Invalid("events", "has \"" + name + "\"; known: " + known()));
  }

  private static String known() {
    return Stream.of(values()).map(EventKind::wire).collect(Collectors.joining(", "));
  }
}
