package deskbell.dialog;

import java.util.List;
import java.util.stream.Stream;

/**
 * The state after a step and what is to be done, in order.
 *
 * @param why what the message was taken for, one line a decision; values are never named
 */
public record Outcome(DialogState state, List<Act> acts, List<String> why) {
  public Outcome {
    acts = List.copyOf(acts);
    why = List.copyOf(why);
  }

  /** An outcome that explains itself. */
  public Outcome(DialogState state, List<Act> acts) {
    this(state, acts, List.of());
  }

  /** The same for this reason. */
  Outcome because(Meaning meaning) {
    return new Outcome(state, acts, List.of("means: " + meaning.line()));
  }

  /** The same, with these acts before its own. */
  Outcome after(List<Act> before) {
    return new Outcome(state, Stream.concat(before.stream(), acts.stream()).toList(), why);
  }
}
