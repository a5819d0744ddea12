package deskbell.dialog.reading;

import deskbell.dialog.flow.Step;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks where a flow's steps lead: all are reached, none leads nowhere, none writes unasked. */
final class Paths {
  private final Draft draft;
  private final Shapes shapes;

  Paths(Draft draft, Shapes shapes) {
    this.draft = draft;
    this.shapes = shapes;
  }

  void check() {
    var reached = from(draft.first(), this::all);
    reached.stream().filter(step -> all(step).contains(Draft.NOWHERE)).forEach(this::noEnd);
    unreached(reached);
    from(draft.first(), this::unconfirmed).forEach(this::checkUnconfirmed);
  }

  private void noEnd(String step) {
    shapes.wrong(
        draft.place(step), "nothing follows step " + step + ": finish with end, hand_over or jump");
  }

  private void unreached(Set<String> reached) {
    var covered = new LinkedHashSet<>(reached);
    for (var step : draft.steps().keySet()) {
      if (!covered.contains(step)) {
        shapes.wrong(draft.place(step), "step " + step + " is never reached");
        covered.addAll(from(step, this::all));
      }
    }
  }

  private void checkUnconfirmed(String step) {
    if (draft.steps().get(step) instanceof Step.Call call && call.operation().write()) {
      shapes.wrong(
          draft.place(step),
          call.operation().name() + " changes something, but can be reached without a confirm");
    }
  }

  private List<String> all(String step) {
    return Edge.of(draft.steps().get(step), draft).stream().map(Edge::to).toList();
  }

  /** The ways on without the shopper's yes. */
  private List<String> unconfirmed(String step) {
    return draft.steps().get(step) instanceof Step.Confirm confirm
        ? confirm.denied().stream().toList()
        : all(step);
  }

  private static Set<String> from(String first, Function<String, List<String>> ways) {
    var reached = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      var step = open.pop();
      if (!step.equals(Draft.NOWHERE) && reached.add(step)) {
        open.addAll(ways.apply(step).stream().collect(Collectors.toSet()));
      }
    }
    return reached;
  }
}
