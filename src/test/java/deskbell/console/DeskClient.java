package deskbell.console;

import static deskbell.store.TestDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An agent's page for tests: real frames over a real socket. */
final class DeskClient {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Queue<DeskClient> OPEN = new ConcurrentLinkedQueue<>();

  private final WebSocket socket;
  private final LinkedBlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  private DeskClient(WebSocket socket) {
    this.socket = socket;
    OPEN.add(this);
    socket.textMessageHandler(text -> frames.add(new JsonObject(text)));
    socket.closeHandler(
        gone -> closed.complete(socket.closeStatusCode() == null ? 0 : code(socket)));
  }

  private static int code(WebSocket socket) {
    return socket.closeStatusCode().intValue();
  }

  static DeskClient connect(Vertx vertx, WebSocketConnectOptions options) {
    return await(vertx.createWebSocketClient().connect(options).map(DeskClient::new));
  }

  /** Closes every page that was opened, and waits until the server has let go of each. */
  static void closeAll() {
    for (var client = OPEN.poll(); client != null; client = OPEN.poll()) {
      if (!client.socket.isClosed()) {
        await(client.socket.close());
      }
      client.closeCode();
    }
  }

  void send(JsonObject frame) {
    sendText(frame.encode());
  }

  void sendText(String text) {
    await(socket.writeTextMessage(text));
  }

  /** The next frame of this type; those before it are passed over. */
  JsonObject next(String type) {
    var passed = new ArrayList<JsonObject>();
    try {
      for (; ; ) {
        var frame = frames.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (frame == null) {
          throw new AssertionError("no " + type + " came within " + LIMIT + ", but " + passed);
        }
        if (frame.getString("type").equals(type)) {
          return frame;
        }
        passed.add(frame);
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** True where no frame of this type has come yet. */
  boolean without(String type) {
    return frames.stream().noneMatch(frame -> frame.getString("type").equals(type));
  }

  /** The code with which the server closes. */
  int closeCode() {
    return closed.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }
}
