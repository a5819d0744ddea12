package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import deskbell.conversation.Pulse;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Conversations as agents read them. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface Transcripts {
  /**
   * A conversation with its messages numbered above {@code after}, {@code limit} at most. Fails
   * with {@link deskbell.conversation.NotFound} where there is no such conversation.
   */
  Future<Transcript> read(ConversationId conversation, long after, int limit);

  /** Messages numbered above {@code after}, in order, {@code limit} at most; tombstones too. */
  Future<List<Message>> after(ConversationId conversation, long after, int limit);

  /** Conversations that the bot leads and that were written to since then, newest first. */
  Future<List<Recent>> ledByBot(Instant since, int limit);

  /**
   * What the shopper of a conversation, where the shop has vouched for them, said in others; newest
   * first.
   */
  Future<List<Recent>> earlier(ConversationId conversation, int limit);

  /** How each of these conversations stands now; unknown ones are left out. */
  Future<Map<ConversationId, Pulse>> pulse(Set<ConversationId> conversations);
}
