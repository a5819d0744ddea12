package deskbell.dialog;

import deskbell.dialog.flow.Flow;
import java.util.List;

/**
 * A stretch of the way of a conversation through a flow: into it, from a step to the next one, or
 * out of it. Holds nothing that anybody said.
 *
 * @param edition of the flow, see {@link deskbell.dialog.flow.Edition#key}
 * @param from the step that was left; {@link #BEGIN} where the flow begins
 * @param to the step that was reached, or one of the ways out, which are no steps' ids
 */
public record Transition(String flow, String edition, String from, String to) {
  /** Where every flow begins. */
  public static final String BEGIN = "";

  /** Out, because the shopper said stop. */
  public static final String LEFT = "!left";

  /** Out, because the shopper turned a proposal down. */
  public static final String DECLINED = "!declined";

  /** Out, because a person takes over before the flow has come to an end. */
  public static final String PERSON = "!person";

  /** Out, because the flow was changed meanwhile and lacks what it needs. */
  public static final String GONE = "!gone";

  /** The ways out. */
  public static final List<String> OUT = List.of(LEFT, DECLINED, PERSON, GONE);

  static Transition in(Flow flow, String from, String to) {
    return new Transition(flow.id(), flow.edition(), from, to);
  }

  /** The way out of a flow that ends by one of {@link Flow#RESULTS}. */
  static Transition ended(Spot spot, String result) {
    return in(spot.flow(), spot.step().id(), "!" + result);
  }

  /** The way out of every flow that is open or waits. */
  public static List<Transition> out(DialogState state, String way) {
    return state.flows().stream()
        .map(open -> new Transition(open.flow(), open.edition(), open.step(), way))
        .toList();
  }
}
