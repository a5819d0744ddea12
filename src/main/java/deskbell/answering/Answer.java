package deskbell.answering;

import deskbell.conversation.Handover;
import deskbell.conversation.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The bot's answer to one turn.
 *
 * @param replies in the order shown
 * @param memory what is remembered for the next turn
 * @param handover set where a person takes over
 * @param trace why: one line a decision, for {@code ask --trace} and the agent's view
 */
public record Answer(
    List<Reply> replies, Memory memory, Optional<Handover> handover, List<String> trace) {
  public Answer {
    replies = List.copyOf(replies);
    trace = List.copyOf(trace);
  }

  /** The text of all replies, in order. */
  public String words() {
    return replies.stream().map(Reply::text).collect(Collectors.joining("\n\n"));
  }
}
