package deskbell.answering;

import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Sender;
import java.time.Instant;
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

  /** True where a person has answered a short while before. */
  boolean afterPerson() {
    return recent.stream().anyMatch(message -> message.from() == Sender.AGENT);
  }

  /**
   * What the shopper said last before this turn, since a time, oldest first; to press for the whole
   * of an answer says nothing.
   */
  List<String> said(Instant since, int most) {
    var said =
        recent.stream()
            .filter(message -> message.from() == Sender.SHOPPER)
            .filter(message -> message.at().isAfter(since) && !message.text().isBlank())
            .map(Message::text)
            .filter(text -> !Phrases.isWhole(text))
            .toList();
    return said.subList(Math.max(0, said.size() - most), said.size());
  }
}
