package deskbell.dialog;

import deskbell.conversation.Reply;
import deskbell.dialog.flow.Rule;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a message means to the flow that is open. */
sealed interface Meaning {
  /** It fills slots. */
  record Fills(Map<String, String> slots) implements Meaning {}

  /**
   * It fills slots, some of them anew: the flow goes back to where those are asked.
   *
   * @param anew the slots that held something else
   */
  record Corrects(Map<String, String> slots, Set<String> anew) implements Meaning {}

  /** It says that slots are wrong, but not what is right. */
  record Reopens(Set<String> slots) implements Meaning {}

  /** It agrees to what was proposed. */
  record Agrees() implements Meaning {}

  /** It turns down what was proposed. */
  record Denies() implements Meaning {}

  /** It skips a slot that may stay empty. */
  record Skips(String slot) implements Meaning {}

  /**
   * It brings a value that breaks a rule.
   *
   * @param rule the one that it breaks
   * @param others what it brings besides
   */
  record Breaks(Rule rule, Map<String, String> others) implements Meaning {}

  /** It leaves the flow. */
  record Leaves() implements Meaning {}

  /** It tries to answer, but doesn't fit. */
  record Misses() implements Meaning {}

  /** It is answered at once, and the question stays open. */
  record Answered(Reply reply) implements Meaning {}

  /** It takes up the offer of a person. */
  record Person() implements Meaning {}

  /** It is about something else. */
  record Foreign() implements Meaning {}

  /** What it means, and for which slots: {@code fills email, order}. */
  default String line() {
    var name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
    var slots = new TreeSet<>(named());
    return slots.isEmpty() ? name : name + " " + String.join(", ", slots);
  }

  private Set<String> named() {
    return switch (this) {
      case Fills(var slots) -> slots.keySet();
      case Corrects(var slots, _) -> slots.keySet();
      case Reopens(var slots) -> slots;
      case Skips(var slot) -> Set.of(slot);
      case Breaks(_, var others) -> others.keySet();
      case Agrees _, Denies _, Leaves _, Misses _, Answered _, Person _, Foreign _ -> Set.of();
    };
  }

  /** The flow with the slots that the message fills or empties. */
  default OpenFlow applied(OpenFlow open) {
    return switch (this) {
      case Fills(var slots) -> open.with(slots);
      case Corrects(var slots, _) -> open.with(slots);
      case Reopens(var slots) -> open.without(slots);
      case Skips(var slot) -> open.skipping(slot);
      case Breaks(_, var others) -> open.with(others);
      case Agrees _, Denies _, Leaves _, Misses _, Answered _, Person _, Foreign _ -> open;
    };
  }
}
