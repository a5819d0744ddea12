package deskbell.dialog.reading;

import deskbell.dialog.flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A way from one step to another and what it does to what is known.
 *
 * @param to the next step's id
 * @param gives what is known for certain afterwards
 * @param may what may be known afterwards
 * @param takes what is not known any more, before the others count
 */
record Edge(String to, Set<String> gives, Set<String> may, Set<String> takes) {

  static Edge plain(String to) {
    return new Edge(to, Set.of(), Set.of(), Set.of());
  }

  /** The ways out of a step that lead to another one. */
  static List<Edge> inside(Step step, Draft draft) {
    return of(step, draft).stream().filter(edge -> !edge.to().equals(Draft.NOWHERE)).toList();
  }

  /** The ways out of a step; the end of the steps is {@link Draft#NOWHERE}. */
  static List<Edge> of(Step step, Draft draft) {
    return switch (step) {
      case Step.Collect(_, var slot, var next) -> {
        var filled = Set.of(slot);
        var known = draft.slots().get(slot);
        yield List.of(
            known != null && known.optional()
                ? new Edge(next, Set.of(), filled, Set.of())
                : new Edge(next, filled, Set.of(), Set.of()));
      }
      case Step.Call call -> outcomes(call, draft.slots().keySet());
      case Step.Branch branch -> cases(branch);
      case Step.Say(_, _, var next) -> List.of(plain(next));
      case Step.Confirm confirm -> {
        var edges = new ArrayList<Edge>();
        edges.add(plain(confirm.next()));
        confirm.denied().map(Edge::plain).ifPresent(edges::add);
        yield edges;
      }
      case Step.Assign(_, var values, var next) ->
          List.of(new Edge(next, values.keySet(), Set.of(), Set.of()));
      case Step.Run run -> ends(run, draft);
      case Step.Forget(_, var slots, var everything, var next) -> {
        var emptied = new TreeSet<>(everything ? draft.slots().keySet() : slots);
        slots.forEach(slot -> emptied.addAll(draft.members(slot)));
        yield List.of(new Edge(next, Set.of(), Set.of(), emptied));
      }
      case Step.Jump(_, var next) -> List.of(plain(next));
      case Step.HandOver _, Step.End _ -> List.of();
    };
  }

  /** Another flow may have filled any slot of this one, and emptied none. */
  private static List<Edge> ends(Step.Run run, Draft draft) {
    return run.results().values().stream()
        .distinct()
        .map(to -> new Edge(to, Set.of(), draft.slots().keySet(), Set.of()))
        .toList();
  }

  /** A slot hides a fact of the same name, so a call neither gives nor takes it. */
  private static List<Edge> outcomes(Step.Call call, Set<String> slots) {
    var operation = call.operation();
    var edges = new ArrayList<Edge>();
    operation
        .outcomes()
        .forEach(
            (outcome, facts) ->
                edges.add(
                    new Edge(
                        target(call.outcomes(), outcome),
                        without(facts.always(), slots),
                        without(facts.maybe(), slots),
                        without(operation.facts(), slots))));
    return edges;
  }

  private static Set<String> without(Set<String> facts, Set<String> slots) {
    var left = new TreeSet<>(facts);
    left.removeAll(slots);
    return left;
  }

  private static String target(Map<String, String> outcomes, String outcome) {
    return outcomes.getOrDefault(outcome, outcomes.get(Step.OTHERWISE));
  }

  private static List<Edge> cases(Step.Branch branch) {
    var subject = Set.of(branch.subject().name());
    var edges = new ArrayList<Edge>();
    branch
        .cases()
        .forEach(
            (value, to) ->
                edges.add(
                    value.equals(Step.NONE)
                        ? new Edge(to, Set.of(), Set.of(), subject)
                        : new Edge(to, subject, Set.of(), Set.of())));
    branch
        .limits()
        .forEach(limit -> edges.add(new Edge(limit.next(), subject, Set.of(), Set.of())));
    boolean known = branch.cases().containsKey(Step.NONE);
    edges.add(new Edge(branch.otherwise(), known ? subject : Set.of(), Set.of(), Set.of()));
    return edges;
  }
}
