package deskbell.dialog;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Telling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a conversation is: the open flow at the step where it waits, and the rest of the state.
 *
 * @param rest the conversation without the open flow: those that wait below it and what is known
 * @param telling chooses among the variants of texts
 */
record Spot(DialogState rest, OpenFlow open, Flow flow, Step step, Telling telling) {
  /** The state in which this flow waits like this. */
  DialogState state(OpenFlow now) {
    var stack = new ArrayList<>(rest.flows());
    stack.add(now);
    return rest.in(stack).telling(telling.told());
  }

  /** The state once this flow is over, having come this far. */
  DialogState over(OpenFlow last, Heard heard) {
    return rest.knowing(Opening.after(flow, last, rest.known(), heard.now().toInstant()))
        .telling(telling.told());
  }

  /** The same place, with the shopper just heard. */
  Spot heard(Heard heard) {
    return new Spot(rest, open.heard(heard.now().toInstant()), flow, step, telling);
  }

  /** The same place, with the open flow knowing this. */
  Spot with(OpenFlow now) {
    return new Spot(rest, now, flow, step, telling);
  }

  /** The same place in a conversation that remembers nothing else. */
  Spot alone() {
    return new Spot(rest.in(List.of()).knowing(Map.of()), open, flow, step, telling);
  }

  /** The question that is open here. */
  Question question(Language language) {
    return Question.of(flow, open, language, telling);
  }

  /** True where a question is open; false where the shop was called and its answer is awaited. */
  boolean asks() {
    return !(step instanceof Step.Call) && !(step instanceof Step.Run);
  }

  /** True where the slot that is asked here is filled by now. */
  boolean answered() {
    return step instanceof Step.Collect(_, var slot, _)
        && flow.members(slot).stream().anyMatch(open.slots()::containsKey);
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
