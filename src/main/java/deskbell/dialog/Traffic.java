package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Step;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * How many went which way through one edition of a flow. Jumps are no steps here: whoever takes one
 * goes to where it leads. Immutable; any thread.
 *
 * @param moves each way with how often it was gone; those of other flows and editions don't count
 */
public record Traffic(Flow flow, Map<Transition, Long> moves) {
  public Traffic {
    moves = Map.copyOf(moves);
  }

  /** How often the flow was begun. */
  public long begun() {
    return sum((from, _) -> from.equals(Transition.BEGIN));
  }

  /** How often somebody went straight from one step to another, or out by one of the ways out. */
  public long along(String from, String to) {
    return sum((start, end) -> start.equals(from) && end.equals(to));
  }

  /** How often a step was reached, from wherever. */
  public long reached(String step) {
    return sum((_, end) -> end.equals(step));
  }

  /**
   * How often nothing more came where the shopper was asked something: they went away without a
   * word, or are still there. Where a correction leads back to a step, it is reached once more.
   */
  public long silent(String step) {
    return flow.steps().get(step).waits()
        ? Math.max(0, reached(step) - sum((start, _) -> start.equals(step)))
        : 0;
  }

  /** How often the flow came to an end of its own. */
  public long finished() {
    return reachedAny(Step.End.class);
  }

  /** How often it led to a person, as it is written or not. */
  public long person() {
    return reachedAny(Step.HandOver.class) + sum((_, end) -> end.equals(Transition.PERSON));
  }

  private long reachedAny(Class<? extends Step> kind) {
    return sum((_, end) -> kind.isInstance(flow.steps().get(end)));
  }

  private long sum(BiPredicate<String, String> which) {
    return moves.entrySet().stream()
        .filter(entry -> ours(entry.getKey()))
        .filter(entry -> which.test(entry.getKey().from(), target(entry.getKey().to())))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private boolean ours(Transition move) {
    return move.flow().equals(flow.id())
        && move.edition().equals(flow.edition())
        && !(flow.steps().get(move.from()) instanceof Step.Jump);
  }

  private String target(String step) {
    var target = step;
    while (flow.steps().get(target) instanceof Step.Jump(_, var next)) {
      target = next;
    }
    return target;
  }
}
