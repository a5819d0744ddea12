package deskbell.dialog;

import java.util.List;

/** The state after a step and what is to be done, in order. */
public record Outcome(DialogState state, List<Act> acts) {
  public Outcome {
    acts = List.copyOf(acts);
  }
}
