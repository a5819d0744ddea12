package deskbell.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One numbered message of a conversation, as stored and as shown.
 *
 * @param seq 1, 2, 3 … without gaps within the conversation
 * @param name the writer's name where one is shown (an agent's)
 * @param text safe Markdown from bot and agent, plain text from a shopper; empty once erased
 * @param inReplyTo the shopper's message that this one answers
 * @param erased true for a tombstone: the number stays, the content is gone
 * @param trace why the bot said it, one line a decision, on the last message of an answer; for
 *     agents alone, and read for them alone
 */
public record Message(
    long seq,
    Sender from,
    Optional<String> name,
    String text,
    Optional<Long> inReplyTo,
    List<Choice> choices,
    List<Card> cards,
    Instant at,
    Optional<Source> source,
    boolean erased,
    List<String> trace) {
  public Message {
    choices = List.copyOf(choices);
    cards = List.copyOf(cards);
    trace = List.copyOf(trace);
  }
}
