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
  RATED("conversation.rated"),
  /** An administrator tries whether a program hears; nobody subscribes to it. */
  TEST("webhook.test");

  private final String wire;

  EventKind(String wire) {
    this.wire = wire;
  }

  /** The name on the wire and in the database. */
  public String wire() {
    return wire;
  }

  /** The kind of a name that was kept. */
  public static EventKind parse(String name) {
    return name.equals(TEST.wire) ? TEST : wanted(name);
  }

  /** The kind that a program wants to be told of; anything unknown is {@link Invalid}. */
  public static EventKind wanted(String name) {
    return happening()
        .filter(kind -> kind.wire.equals(name))
        .findFirst()
        .orElseThrow(() -> new Invalid("events", "has \"" + name + "\"; known: " + known()));
  }

  private static Stream<EventKind> happening() {
    return Stream.of(values()).filter(kind -> kind != TEST);
  }

  private static String known() {
    return happening().map(EventKind::wire).collect(Collectors.joining(", "));
  }
}
