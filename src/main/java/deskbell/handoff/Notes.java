package deskbell.handoff;

import deskbell.conversation.ConversationId;
import io.vertx.core.Future;
import java.util.List;

/**
 * Private notes in the store. Every method fails with {@link deskbell.conversation.Unavailable}
 * when the database does not answer in time.
 */
public interface Notes {
  /**
   * Stores a note, once for each id of a client. Fails with {@link deskbell.conversation.NotFound}
   * where there is no such conversation, and with {@link deskbell.conversation.Conflict} where it
   * was erased or the id names other words.
   */
  Future<Note> add(ConversationId conversation, NewNote note, Agent agent);

  /** The notes of a conversation, in order. */
  Future<List<Note>> of(ConversationId conversation);
}
