package deskbell.dialog;

import deskbell.conversation.Handover;
import deskbell.conversation.Reply;
import java.util.Map;

/** One thing a flow wants done. */
public sealed interface Act {
  /** Say this; where it is a question, the flow then waits for the shopper. */
  record Say(Reply reply) implements Act {}

  /**
   * Call the shop, then go on with {@link Dialogue#resume}. Always the last act of an outcome.
   *
   * @param step flow and step, such as {@code cancel-order/cancel}: the effect's key
   * @param operation such as {@code find_order}, {@code cancel_order}
   */
  record CallShop(String step, String operation, Map<String, String> arguments) implements Act {
    public CallShop {
      arguments = Map.copyOf(arguments);
    }
  }

  /** Hand over to a person; the flow has ended. */
  record HandOver(Handover handover) implements Act {}

  /** The flow has ended with a result. */
  record Ended(String flow, String result) implements Act {}

  /**
   * The message did not fit the question that is open: it may be about something else. The state is
   * unchanged; {@link Dialogue#missed} counts it as a miss, {@link Dialogue#remind} asks again
   * after a digression.
   */
  record NotForMe(String slot) implements Act {}
}
