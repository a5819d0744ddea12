package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is at the desk, in the store, so that every node knows and a restart forgets nothing. Every
 * method fails with {@link deskbell.conversation.Unavailable} when the database does not answer in
 * time.
 */
public interface Crew {
  /** Notes that an agent is at the desk until then; whoever comes back is not away any more. */
  Future<Void> present(String agent, Instant now, Instant until);

  /** Whether anybody is at the desk who takes new shoppers. */
  Future<Boolean> attended(Instant now);

  /** An agent gets nobody new from now on, or does again. */
  Future<Void> away(String agent, boolean away);

  /**
   * Whom an agent is for from now on: no language means any, no department every one, no capacity
   * the desk's own. False where there is no such account. Fails with {@link
   * deskbell.conversation.Conflict} where it is of another version than the one seen, if any was,
   * and with {@link deskbell.conversation.Invalid} where a department does not exist.
   */
  Future<Boolean> serves(
      String agent,
      Set<Language> languages,
      List<String> departments,
      Optional<Integer> capacity,
      Optional<Long> seen);

  /** Everybody who may answer shoppers, by name, with what they have to do. */
  Future<List<Colleague>> colleagues(Instant now);

  /** Conversations whose agent has given no sign of life since then, {@code limit} at most. */
  Future<List<Abandoned>> abandoned(Instant since, int limit);

  /** A conversation and the agent who is gone. */
  record Abandoned(ConversationId conversation, String agent) {}
}
