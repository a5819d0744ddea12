package deskbell.webchat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shopper's client for tests: real frames over a real socket, awaited from the test's own thread.
 * Frames wait in the order in which they came; awaiting one passes over those before it, except
 * messages, which are all kept in {@link #messages}.
 */
public final class ChatClient implements AutoCloseable {
  /** How long anything is waited for. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(ChatClient.class);
  private static final int MAX_FRAME = 1 << 20;
  private static final int RECEIVE_BUFFER = 64 * 1024;

  private final WebSocketClient client;
  private final WebSocket socket;
  private final LinkedBlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final List<JsonObject> messages = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private JsonObject welcome;

  private ChatClient(WebSocketClient client, WebSocket socket) {
    this.client = client;
    this.socket = socket;
    socket.textMessageHandler(text -> frames.add(new JsonObject(text)));
    socket.closeHandler(
        gone -> {
          var code = socket.closeStatusCode();
          closed.complete(code == null ? 0 : code.intValue());
        });
  }

  /** Opens a socket to a server on this machine. */
  public static ChatClient connect(Vertx vertx, int port) {
    return connect(vertx, port, Map.of());
  }

  /** Opens a socket with these headers; throws what the upgrade fails with. */
  public static ChatClient connect(Vertx vertx, int port, Map<String, String> headers) {
    var options = new WebSocketConnectOptions().setHost("localhost").setPort(port).setURI("/chat");
    headers.forEach(options::putHeader);
    var client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                // or the system would buffer megabytes for whoever does not read
                .setReceiveBufferSize(RECEIVE_BUFFER)
                .setMaxFrameSize(MAX_FRAME)
                .setMaxMessageSize(MAX_FRAME));
    var ready = new CompletableFuture<ChatClient>();
    client
        .connect(options)
        .map(socket -> new ChatClient(client, socket))
        .onSuccess(ready::complete)
        .onFailure(ready::completeExceptionally);
    return ready.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Begins a conversation and returns the welcome. */
  public JsonObject hello() {
    return hello(new JsonObject());
  }

  /** Takes up a conversation after the last message seen and returns the welcome. */
  public JsonObject resume(String token, long after) {
    return hello(new JsonObject().put("resume", token).put("after", after));
  }

  /** Says hello with these fields and returns the welcome. */
  public JsonObject hello(JsonObject fields) {
    send(fields.copy().put("type", "hello"));
    welcome = await("welcome");
    return welcome;
  }

  /** The token of the conversation. */
  public String token() {
    return welcome.getString("resume");
  }

  /** The id of the conversation. */
  public String conversation() {
    return welcome.getString("conversation");
  }

  /** Says something under a new id and returns the ack. */
  public JsonObject say(String text) {
    return say(UUID.randomUUID().toString(), text);
  }

  /** Says something under this id and returns the ack. */
  public JsonObject say(String id, String text) {
    send(new JsonObject().put("type", "say").put("id", id).put("text", text));
    return await(frame -> is(frame, "ack") && id.equals(frame.getString("id")));
  }

  /** Sends a frame. */
  public void send(JsonObject frame) {
    sendText(frame.encode());
  }

  /** Sends a text as it is. */
  public void sendText(String text) {
    done(socket.writeFrame(WebSocketFrame.textFrame(text, true)));
  }

  /** Sends a text without waiting, on a connection that may be closing. */
  public void post(String text) {
    var posted = socket.writeFrame(WebSocketFrame.textFrame(text, true));
    posted.onFailure(gone -> LOG.debug("not sent", gone));
  }

  /** Sends one WebSocket frame, whatever it is. */
  public void sendFrame(WebSocketFrame frame) {
    done(socket.writeFrame(frame));
  }

  /** Sends bytes as a binary message. */
  public void sendBinary(Buffer bytes) {
    done(socket.writeBinaryMessage(bytes));
  }

  /** The next frame of this type. */
  public JsonObject await(String type) {
    return await(frame -> is(frame, type));
  }

  /** The next error; its code must be this one. */
  public JsonObject awaitError(String code) {
    var error = await("error");
    if (!code.equals(error.getString("code"))) {
      throw new AssertionError("wanted the error " + code + " but got " + error);
    }
    return error;
  }

  /** The next message from {@code shopper}, {@code bot}, {@code agent} or {@code system}. */
  public JsonObject awaitMessage(String from) {
    return await(frame -> is(frame, "message") && from.equals(frame.getString("from")));
  }

  /** The message of this number. */
  public JsonObject awaitMessage(long seq) {
    return messages.stream()
        .filter(message -> message.getLong("seq") == seq)
        .findFirst()
        .orElseGet(() -> await(frame -> is(frame, "message") && frame.getLong("seq") == seq));
  }

  /** The next frame that fits. */
  public JsonObject await(Predicate<JsonObject> wanted) {
    var passed = new ArrayList<JsonObject>();
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      var frame = poll(deadline - System.nanoTime());
      if (frame == null) {
        throw new AssertionError("nothing fitting came within " + LIMIT + "; passed: " + passed);
      }
      if (is(frame, "message")) {
        messages.add(frame);
      }
      if (wanted.test(frame)) {
        return frame;
      }
      passed.add(frame);
    }
  }

  /** Every message awaited or passed over so far, in the order in which they came. */
  public List<JsonObject> messages() {
    return List.copyOf(messages);
  }

  /** Frames that came and were not awaited yet. */
  public int pending() {
    return frames.size();
  }

  /** Stops reading, as a browser does that sleeps. */
  public void pause() {
    socket.pause();
  }

  /** Reads again. */
  public void goOn() {
    socket.resume();
  }

  /** The close code with which the server ended the connection. */
  public int awaitClose() {
    return closed.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** True while the connection is open. */
  public boolean open() {
    return !closed.isDone();
  }

  @Override
  public void close() {
    done(client.close());
  }

  private JsonObject poll(long nanos) {
    try {
      return frames.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static boolean is(JsonObject frame, String type) {
    return type.equals(frame.getString("type"));
  }

  private static void done(Future<?> future) {
    future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
        .join();
  }
}
