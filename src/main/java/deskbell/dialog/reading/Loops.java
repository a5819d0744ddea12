package deskbell.dialog.reading;

import deskbell.dialog.flow.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds ways round that never ask the shopper: such a flow would run for ever. A collect asks only
 * where its slot is empty, so the search carries the set of filled slots. It starts at every step
 * with all slots filled; whatever can happen in a conversation waits at the latest where this does.
 */
final class Loops {
  private final Draft draft;
  private final Shapes shapes;
  private final Set<Spot> done = new HashSet<>();
  private final List<Spot> path = new ArrayList<>();

  /** A step and the slots that are filled there. */
  private record Spot(String step, Set<String> filled) {}

  Loops(Draft draft, Shapes shapes) {
    this.draft = draft;
    this.shapes = shapes;
  }

  void check() {
    var all = Set.copyOf(draft.slots().keySet());
    for (var step : draft.steps().keySet()) {
      if (walk(new Spot(step, all))) {
        return;
      }
    }
  }

  /** True once a loop was found. Recursion is as deep as the flow has steps. */
  private boolean walk(Spot spot) {
    int before = path.indexOf(spot);
    if (before >= 0) {
      report(path.subList(before, path.size()));
      return true;
    }
    if (!done.add(spot)) {
      return false;
    }
    path.add(spot);
    boolean found = next(spot).stream().anyMatch(this::walk);
    path.removeLast();
    return found;
  }

  private List<Spot> next(Spot spot) {
    var step = draft.steps().get(spot.step());
    if (waits(step, spot.filled())) {
      return List.of();
    }
    return Edge.inside(step, draft).stream()
        .map(edge -> new Spot(edge.to(), after(step, edge, spot.filled())))
        .toList();
  }

  private boolean waits(Step step, Set<String> filled) {
    return switch (step) {
      case Step.Confirm _ -> true;
      case Step.Collect(_, var slot, _) -> asks(slot, filled);
      case Step.Call _, Step.Branch _, Step.Say _, Step.Jump _ -> false;
      case Step.Assign _, Step.Forget _, Step.Run _ -> false;
      case Step.HandOver _, Step.End _ -> false;
    };
  }

  /** A slot with a source may be filled from it instead of by the shopper. */
  private boolean asks(String slot, Set<String> filled) {
    return draft.members(slot).stream()
        .noneMatch(
            member -> filled.contains(member) || !draft.slots().get(member).sources().isEmpty());
  }

  private static Set<String> after(Step step, Edge edge, Set<String> filled) {
    return switch (step) {
      case Step.Assign _, Step.Forget _, Step.Run _ -> {
        var left = new TreeSet<>(filled);
        left.removeAll(edge.takes());
        left.addAll(edge.gives());
        left.addAll(edge.may());
        yield left;
      }
      case Step.Collect _, Step.Call _, Step.Branch _, Step.Say _, Step.Confirm _ -> filled;
      case Step.Jump _, Step.HandOver _, Step.End _ -> filled;
    };
  }

  private void report(List<Spot> loop) {
    var steps = loop.stream().map(Spot::step).toList();
    shapes.wrong(
        draft.place(steps.getFirst()),
        "goes round for ever without asking the shopper: "
            + String.join(" → ", steps)
            + " → "
            + steps.getFirst());
  }
}
