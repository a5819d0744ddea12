package deskbell.dialog;

import java.util.List;
import java.util.stream.Stream;

/**
 * The state after a step and what is to be done, in order.
 *
 * @param why what the message was taken for, one line a decision; values are never named
 * @param moves the way that was gone through flows, in order
 */
public record Outcome(DialogState state, List<Act> acts, List<String> why, List<Transition> moves) {
  public Outcome {
    acts = List.copyOf(acts);
    why = List.copyOf(why);
    moves = List.copyOf(moves);
  }

  /** An outcome that explains itself and goes nowhere. */
  public Outcome(DialogState state, List<Act> acts) {
    this(state, acts, List.of(), List.of());
  }

  /** The same for this reason. */
  Outcome because(Meaning meaning) {
    return new Outcome(state, acts, List.of("means: " + meaning.line()), moves);
  }

  /** The same, with these acts before its own. */
  Outcome after(List<Act> before) {
    return new Outcome(state, joined(before, acts), why, moves);
  }

  /** The same, having come this way before. */
  Outcome coming(List<Transition> before) {
    return new Outcome(state, acts, why, joined(before, moves));
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
