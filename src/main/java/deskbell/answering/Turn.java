package deskbell.answering;

import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import java.util.List;
import java.util.Optional;

/**
 * A shopper's accepted turn, waiting for its answer.
 *
 * @param number 1, 2, 3 … counts the turns of the conversation; the fence of the second trip
 * @param epoch grows whenever somebody else takes over; a reply of an older epoch is dropped
 * @param seq the shopper's message
 * @param locale the language the shopper chose for the widget
 * @param address a keyed hash of the address the shopper wrote from; limits on guessing count by it
 * @param recent the messages before this one, oldest first, six at most
 */
public record Turn(
    ConversationId conversation,
    long number,
    long epoch,
    long seq,
    Ask ask,
    Language locale,
    Optional<Identity> identity,
    String address,
    Memory memory,
    List<Message> recent) {
  public Turn {
    recent = List.copyOf(recent);
  }
}
