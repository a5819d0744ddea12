package deskbell.console.webhook;

import deskbell.conversation.ConversationId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One event on its way to one program.
 *
 * @param event the same at each try and for every program
 * @param conversation none for a test
 * @param data what there is to tell beside the conversation
 * @param at when it happened
 * @param tries with this one
 */
public record Delivery(
    long id,
    WebhookAddress address,
    WebhookSecret secret,
    UUID event,
    EventKind kind,
    Optional<ConversationId> conversation,
    JsonObject data,
    Instant at,
    int tries) {
  /** What is sent, the same at each try. */
  public String body() {
    var told = new JsonObject();
    conversation.ifPresent(id -> told.put("conversation", id.toString()));
    return new JsonObject()
        .put("type", kind.wire())
        .put("timestamp", at.toString())
        .put("data", told.mergeIn(data))
        .encode();
  }
}
