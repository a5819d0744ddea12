package deskbell.rehearsal;

import deskbell.answering.Answer;
import deskbell.conversation.Ask;
import deskbell.conversation.CallResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One turn of a rehearsed conversation.
 *
 * @param silence how long nobody had written
 * @param calls of the shop, in order
 */
public record Exchange(Duration silence, Ask ask, List<Call> calls, Answer answer) {
  public Exchange {
    calls = List.copyOf(calls);
  }

  /** A call of the shop and what it brought. */
  public record Call(
      String step, String operation, Map<String, String> arguments, CallResult result) {
    public Call {
      arguments = Map.copyOf(arguments);
    }
  }
}
