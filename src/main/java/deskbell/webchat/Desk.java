package deskbell.webchat;

import deskbell.conversation.ConversationId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a shopper is told of the people behind the bot. */
@FunctionalInterface
public interface Desk {
  /** Where each of these conversations stands in the queue. */
  Future<Map<ConversationId, Standing>> standings(Set<ConversationId> conversations);

  /**
   * A conversation's place.
   *
   * @param open true within the desk's hours
   * @param position 1 for the next one; empty where the conversation does not wait
   * @param waitSeconds expected, from recent waits; empty where nothing is known
   * @param opens when the desk's hours begin next; empty within them
   */
  record Standing(
      boolean open,
      Optional<Integer> position,
      Optional<Integer> waitSeconds,
      Optional<Instant> opens) {}
}
