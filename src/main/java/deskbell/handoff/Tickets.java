package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Seen;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Tickets and hands in the store. Every method fails with {@link deskbell.conversation.Unavailable}
 * when the database does not answer in time. Nothing here publishes events.
 */
public interface Tickets {
  /**
   * Locks the conversation, asks the rule what may become of it as it stands, and applies that in
   * the same transaction. Fails with {@link deskbell.conversation.NotFound} where there is no such
   * conversation.
   */
  Future<Moved> move(ConversationId conversation, Function<Standing, Move> rule);

  /**
   * The same for an agent who takes somebody: the rule also hears how much they have to do, which
   * does not change until the transaction ends.
   */
  Future<Moved> take(
      ConversationId conversation, Agent agent, BiFunction<Standing, Load, Move> rule);

  /**
   * Stores an agent's reply under the conversation's counter, unless the same was stored before or
   * the rule gives a reason against it. Fails with {@link deskbell.conversation.NotFound} where
   * there is no such conversation.
   */
  Future<Replied> reply(
      AgentReply reply, Agent agent, Function<Standing, Optional<Move.Reason>> rule);

  /**
   * Raises the numbers up to which an agent's page has received a conversation that waits, and up
   * to which this agent has received and read one that is theirs. Empty where that changes nothing.
   */
  Future<Optional<Seen>> seen(ConversationId conversation, Agent agent, Seen seen);

  /** The conversation of a ticket, open or over; empty for an unknown one. */
  Future<Optional<ConversationId>> conversationOf(long ticket);

  /** The open tickets, oldest first, {@code limit} at most. */
  Future<List<Ticket>> open(int limit);

  /** Where each of these stands in the queue, and whether an agent is there for it now. */
  Future<Map<ConversationId, Place>> places(Set<ConversationId> conversations, Instant now);
}
