package deskbell.answering;

import deskbell.conversation.Handover;
import deskbell.conversation.Reply;
import deskbell.dialog.Transition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bot's answer to one turn.
 *
 * @param replies in the order shown
 * @param memory what is remembered for the next turn
 * @param handover set where a person takes over
 * @param trace why: one line a decision, for {@code ask --trace} and the agent's view
 * @param told the flows' steps whose calls of the shop the replies tell the result of
 * @param moves the way that was gone through flows, in order
 */
public record Answer(
    List<Reply> replies,
    Memory memory,
    Optional<Handover> handover,
    List<String> trace,
    Set<String> told,
    List<Transition> moves) {
  public Answer {
    replies = List.copyOf(replies);
    trace = List.copyOf(trace);
    told = Set.copyOf(told);
    moves = List.copyOf(moves);
  }

  /** An answer that tells of no call, outside flows. */
  public Answer(
      List<Reply> replies, Memory memory, Optional<Handover> handover, List<String> trace) {
    this(replies, memory, handover, trace, Set.of(), List.of());
  }

  /** The text of all replies, in order. */
  public String words() {
    return replies.stream().map(Reply::text).collect(Collectors.joining("\n\n"));
  }
}
