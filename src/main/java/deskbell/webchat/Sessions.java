package deskbell.webchat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Pulse;
import deskbell.conversation.Seen;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the chat socket keeps of conversations in the store, besides the two trips of a turn. Every
 * method fails with {@link deskbell.conversation.Unavailable} when the database does not answer in
 * time, and those that name a conversation with {@link deskbell.conversation.NotFound} where there
 * is none. Nothing here publishes events; the caller does. Called on event loops.
 */
public interface Sessions {
  /** Stores a new conversation in mode bot, with no message yet. */
  Future<Session> open(Opening opening);

  /** The conversation whose resume token has this hash; empty where it is unknown or revoked. */
  Future<Optional<Session>> find(TokenHash token);

  /** Makes a token worthless for good. An unknown one is no error. */
  Future<Void> revoke(TokenHash token);

  /**
   * Gives an anonymous conversation to a shopper whom the shop vouches for. True where it is theirs
   * afterwards, false where it already belongs to somebody else.
   */
  Future<Boolean> identify(ConversationId conversation, Identity identity);

  /** Messages numbered above {@code after}, in order, {@code limit} at most; tombstones too. */
  Future<List<Message>> after(ConversationId conversation, long after, int limit);

  /** How each of these conversations stands now; unknown ones are left out. */
  Future<Map<ConversationId, Pulse>> pulse(Set<ConversationId> conversations);

  /**
   * Records a frame that is no turn, with its effect, in one transaction. The client's ids are
   * those of {@link deskbell.answering.Conversations#accept} too: one id names one frame of a
   * conversation, whatever its kind.
   */
  Future<Recorded> record(ConversationId conversation, String clientId, Deed deed);

  /** Stores the language that the shopper chose for the widget. */
  Future<Void> locale(ConversationId conversation, Language locale);

  /**
   * Raises the numbers up to which the shopper has received and read; lower ones change nothing.
   */
  Future<Void> seen(ConversationId conversation, Seen seen);

  /**
   * Notes that the shopper has a page open at this node, or has none there any more, while a person
   * has the conversation or should have it. True where they are back, or have left the last one.
   */
  Future<Boolean> visiting(ConversationId conversation, boolean here);

  /**
   * Gives a sign of life of this node. Brings the conversations whose shoppers have left: they had
   * pages only at nodes that have been silent for this long.
   */
  Future<List<ConversationId>> signOfLife(Duration silence);
}
