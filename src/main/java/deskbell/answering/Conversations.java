package deskbell.answering;

import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The two trips of a turn. Every method fails with {@link deskbell.conversation.Unavailable} when
 * the database does not answer in time.
 */
public interface Conversations {
  /**
   * Trip 1, one statement: stores the shopper's message under the conversation's row-locked counter
   * and reads what answering it needs. Fails with {@link deskbell.conversation.NotFound} where
   * there is no such conversation. A commit whose outcome is unknown is looked up by {@code
   * clientId}.
   */
  Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask);

  /**
   * Trip 2, one transaction: stores replies, memory and ticket, and that the writes which the
   * answer tells of are shown; guarded by the turn's number and epoch.
   */
  Future<Committed> commit(Turn turn, Answer answer);

  /**
   * Says what came of a turn's writes to the shop in a message of the system, outside any turn and
   * whatever the mode. Empty, with nothing changed, where one of them was shown before or none is
   * recorded: whoever comes first shows it, on whichever node.
   *
   * @param steps those that the text speaks of
   */
  Future<Optional<Message>> showEffects(
      ConversationId conversation, long turn, Set<String> steps, String text);

  /**
   * The turn as it stands now, with the memory that the turn before it left; empty where it needs
   * no answer from the bot any more, or where the turn before it has none yet: the sweep then takes
   * both up in order.
   */
  Future<Optional<Turn>> refresh(Turn turn);

  /**
   * Turns accepted longer ago than {@code age} and still unanswered in mode bot, oldest first; of
   * each conversation the first one alone, because answers are stored in order.
   */
  Future<List<Turn>> unanswered(Duration age, int limit);
}
