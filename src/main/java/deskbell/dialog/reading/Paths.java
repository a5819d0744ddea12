package deskbell.dialog.reading;

import deskbell.dialog.flow.Step;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks where a flow's steps lead: all are reached, none leads nowhere, none writes unasked, and
 * no message of the shopper's is left without a word.
 */
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
    Stream.concat(
            Stream.of(draft.first()),
            reached.stream().filter(this::asks).flatMap(step -> all(step).stream()))
        .flatMap(answered -> from(answered, this::unspoken).stream())
        .distinct()
        .filter(step -> draft.steps().get(step) instanceof Step.End)
        .forEach(this::silent);
  }

  private boolean asks(String step) {
    return draft.steps().get(step) instanceof Step.Collect
        || draft.steps().get(step) instanceof Step.Confirm;
  }

  private void silent(String step) {
    shapes.wrong(
        draft.place(step),
        "the flow may end here without a word to the shopper's last message; say something before");
  }

  /** The ways on from a step that says nothing; a collect is silent where its slot is filled. */
  private List<String> unspoken(String step) {
    return switch (draft.steps().get(step)) {
      case Step.Say _, Step.Confirm _ -> List.of();
      case Step.Collect _, Step.Call _, Step.Branch _, Step.Jump _ -> all(step);
      case Step.Assign _, Step.Forget _ -> all(step);
      // the other flow says what came of it
      case Step.Run _, Step.HandOver _, Step.End _ -> List.of();
    };
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
