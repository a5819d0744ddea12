package deskbell.dialog;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a conversation is: the open flow at the step where it waits, and the flows below it.
 *
 * @param below oldest first
 */
record Spot(List<OpenFlow> below, OpenFlow open, Flow flow, Step step) {
  Spot {
    below = List.copyOf(below);
  }

  /** The state in which this flow waits like this. */
  DialogState state(OpenFlow now) {
    var stack = new ArrayList<>(below);
    stack.add(now);
    return new DialogState(DialogState.VERSION, stack);
  }

  /** The question that is open here. */
  Question question(Language language) {
    return Question.of(flow, open, language);
  }

  /** True where a question is open; false where the shop was called and its answer is awaited. */
  boolean asks() {
    return !(step instanceof Step.Call);
  }

  /** The slot that is asked here; at a proposal the step's id. */
  String asked() {
    return step instanceof Step.Collect collect ? collect.slot() : step.id();
  }

  /** The step to go back to when these slots change: where the first of them is asked, or here. */
  String back(Set<String> slots) {
    var asking = new HashSet<String>();
    asking.add(step.id());
    slots.forEach(slot -> flow.asking(slot).map(Step.Collect::id).ifPresent(asking::add));
    return flow.steps().keySet().stream().filter(asking::contains).findFirst().orElseThrow();
  }
}
