package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation as an agent sees it.
 *
 * @param agent who answers, in mode human
 * @param language the one that the shopper chose for the widget
 * @param identity set where the shop has vouched for the shopper
 * @param page address of the page that the widget stood on
 * @param email where an answer goes, when the shopper left a message
 * @param summary what was known when a person was last asked for, and of which order and whom it is
 *     now
 * @param seq the newest number, 0 before the first message
 * @param delivered the newest number that the shopper has received
 * @param read the newest number that the shopper has read
 * @param leftAt when the shopper's last page was closed, while a person had the conversation
 * @param notes what agents wrote for each other
 * @param ratings what the shopper thought of single answers and of the whole, oldest first; none of
 *     an erased conversation
 * @param messages those asked for, in order
 */
public record Transcript(
    ConversationId conversation,
    Mode mode,
    long epoch,
    Optional<String> agent,
    Language language,
    Optional<Identity> identity,
    Optional<String> page,
    Optional<String> email,
    Map<String, String> summary,
    long seq,
    long delivered,
    long read,
    Optional<Instant> leftAt,
    List<Note> notes,
    List<Rating> ratings,
    List<Message> messages) {
  public Transcript {
    summary = Map.copyOf(summary);
    notes = List.copyOf(notes);
    ratings = List.copyOf(ratings);
    messages = List.copyOf(messages);
  }
}
