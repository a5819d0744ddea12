package deskbell.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/**
 * A shopper on a real socket who says one thing after the other. When a person is called, it hangs
 * up and begins anew, since nobody at the desk will answer. Confined to its socket's event loop.
 */
final class BenchShopper {
  /** Hears when a message was acknowledged and when it was answered. */
  interface Listener {
    /** The message sent at this time (nanoseconds) is stored. */
    void acknowledged(BenchShopper shopper, long sentAt);

    /** The message sent at this time (nanoseconds) is answered. */
    void answered(BenchShopper shopper, long sentAt);

    /** A person was called: what was said since will not be answered by the bot. */
    void handedOver(BenchShopper shopper);
  }

  private record Sent(long seq, long at) {}

  private final WebSocketClient client;
  private final int port;
  private final Listener listener;
  private final Queue<Long> unacknowledged = new ArrayDeque<>();
  private final Queue<Sent> unanswered = new ArrayDeque<>();
  private Promise<Void> welcomed = Promise.promise();
  private WebSocket socket;
  private boolean dead;
  private int errors;

  BenchShopper(WebSocketClient client, int port, Listener listener) {
    this.client = client;
    this.port = port;
    this.listener = listener;
  }

  /** Connects and says hello; completes with the welcome. */
  Future<Void> connect() {
    welcomed = Promise.promise();
    unacknowledged.clear();
    unanswered.clear();
    return client
        .connect(port, "127.0.0.1", "/chat")
        .compose(
            open -> {
              socket = open;
              dead = false;
              open.textMessageHandler(this::hear);
              return open.writeTextMessage("{\"type\":\"hello\",\"locale\":\"en\"}");
            })
        .compose(_ -> welcomed.future());
  }

  /** Says something that was due at this time. */
  void say(String text, long dueAt) {
    unacknowledged.add(dueAt);
    socket.writeTextMessage(frame("say").put("text", text).encode()).onFailure(_ -> errors++);
  }

  private static JsonObject frame(String type) {
    return new JsonObject().put("type", type).put("id", UUID.randomUUID().toString());
  }

  /** True once a person was called: nothing more will be answered on this conversation. */
  boolean dead() {
    return dead;
  }

  /** Error frames heard. */
  int errors() {
    return errors;
  }

  /**
   * Hangs up; where a person was called, it first ends the conversation, so that the queue stays as
   * short as people at the desk would keep it.
   */
  Future<Void> close() {
    if (socket == null) {
      return Future.succeededFuture();
    }
    return dead
        ? socket.writeTextMessage(frame("close").encode()).compose(_ -> socket.close())
        : socket.close();
  }

  private void hear(String frame) {
    var json = new JsonObject(frame);
    switch (json.getString("type")) {
      case "welcome" -> welcomed.tryComplete();
      // that of a close has no number
      case "ack" -> Optional.ofNullable(json.getLong("seq")).ifPresent(this::acknowledged);
      case "message" -> message(json);
      case "status" -> standing(json.getString("mode"));
      case "error" -> errors++;
      default -> {}
    }
  }

  private void standing(String mode) {
    if (!mode.equals("bot") && !dead) {
      dead = true;
      listener.handedOver(this);
    }
  }

  private void acknowledged(long seq) {
    var at = unacknowledged.remove();
    unanswered.add(new Sent(seq, at));
    listener.acknowledged(this, at);
  }

  private void message(JsonObject message) {
    var replyTo = message.getLong("inReplyTo");
    if (replyTo == null || unanswered.isEmpty() || unanswered.peek().seq() > replyTo) {
      return;
    }
    listener.answered(this, unanswered.remove().at());
  }
}
