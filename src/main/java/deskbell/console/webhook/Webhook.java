package deskbell.console.webhook;

import java.time.Instant;
import java.util.Set;

/**
 * A program of the shop that is told of events.
 *
 * @param enabled false while nothing is sent to it, nor kept for later
 * @param createdBy the administrator's name
 */
public record Webhook(
    long id,
    WebhookAddress address,
    Set<EventKind> events,
    boolean enabled,
    String createdBy,
    Instant createdAt) {
  public Webhook {
    events = Set.copyOf(events);
  }
}
