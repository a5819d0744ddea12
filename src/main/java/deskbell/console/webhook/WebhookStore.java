package deskbell.console.webhook;

import deskbell.conversation.ConversationId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Webhooks and deliveries as the store keeps them. Every method fails with {@link
 * deskbell.conversation.Unavailable} when the database does not answer in time.
 */
public interface WebhookStore {
  /** A webhook with what waits to be delivered and what was given up. */
  record Listed(Webhook webhook, long due, long givenUp) {}

  /** One delivery, for whoever looks after it. */
  record Told(
      long id,
      EventKind kind,
      Optional<ConversationId> conversation,
      Instant at,
      String state,
      int tries,
      Instant nextAt,
      Optional<Integer> status,
      Optional<String> problem) {}

  /** Adds a webhook, of which the id is not looked at. */
  Future<Webhook> add(Webhook webhook, WebhookSecret secret);

  /** Every webhook, the oldest first. */
  Future<List<Listed>> list();

  /** Gives a webhook another address, other events, or a rest; false for an unknown id. */
  Future<Boolean> change(long id, WebhookAddress address, Set<EventKind> events, boolean enabled);

  /** Signs with another secret from now on; false for an unknown id. */
  Future<Boolean> renew(long id, WebhookSecret secret);

  /** Removes a webhook and what waits for it; false for an unknown id. */
  Future<Boolean> remove(long id);

  /** The newest deliveries of a webhook; none for an unknown id. */
  Future<List<Told>> deliveries(long webhook, int limit);

  /** Makes a test due, with its id; empty for an unknown webhook and for one that rests. */
  Future<Optional<Long>> test(long webhook, Instant now);

  /** Makes a delivery that was given up due again; false where there is none. */
  Future<Boolean> again(long webhook, long delivery, Instant now);

  /** Takes what is due, so many a webhook at most; until {@code lease} nobody else does. */
  Future<List<Delivery>> take(Instant now, Instant lease, int together);

  /** Notes what became of a try, unless somebody else has tried meanwhile. */
  Future<Void> note(Delivery delivery, Attempt attempt, Instant now);

  /** Forgets what ended before this time. */
  Future<Void> sweep(Instant before);
}
