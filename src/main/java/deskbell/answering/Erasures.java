package deskbell.answering;

import deskbell.conversation.ConversationEvent;
import io.vertx.core.Future;
import java.util.List;

/** Erases the conversations of people whose account the shop has erased. */
public interface Erasures {
  /**
   * Erases every conversation of people who were told that their account is gone; of each person in
   * one transaction, on one node alone. What the bot and the system said in the asking conversation
   * after the request stays, all else becomes tombstones, and the conversations are closed. Brings
   * what sockets and the desk must hear; a person for whom it fails is taken up the next time.
   * Fails with {@link deskbell.conversation.Unavailable} when the database does not answer in time.
   *
   * @param people that are taken up at most
   */
  Future<List<ConversationEvent>> settle(int people);
}
