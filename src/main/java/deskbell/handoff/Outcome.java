package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of a conversation, as the agent who closed it says. */
public enum Outcome {
  /** The shopper has what they came for. */
  SOLVED,
  /** It goes on elsewhere: a case, a mail, a call. */
  FOLLOW_UP,
  /** Nothing could be done. */
  NOT_SOLVED,
  /** The shopper did not answer any more. */
  SHOPPER_GONE,
  /** Nobody wanted anything. */
  SPAM;

  /** The name on the wire and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome of a {@link #wire} name. */
  public static Outcome parse(String name) {
    for (var outcome : values()) {
      if (outcome.wire().equals(name)) {
        return outcome;
      }
    }
    var known = Arrays.stream(values()).map(Outcome::wire).collect(Collectors.joining(", "));
    throw new Invalid("outcome", "is \"" + name + "\"; one of " + known);
  }
}
