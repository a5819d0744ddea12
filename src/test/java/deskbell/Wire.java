package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.console.ApiContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A bare WebSocket for tests, with what came over it. */
final class Wire implements AutoCloseable, WebSocket.Listener {
  private static final int SECONDS = 30;

  private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder parts = new StringBuilder();
  private final WebSocket socket;

  private Wire(HttpClient client, URI at, Map<String, String> headers) {
    var builder = client.newWebSocketBuilder();
    headers.forEach(builder::header);
    socket = builder.buildAsync(at, this).orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Opens a socket. */
  static Wire open(HttpClient client, RunningServer server, String path, String... headers) {
    var all = new HashMap<String, String>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return new Wire(client, URI.create(server.at(path).replaceFirst("http", "ws")), all);
  }

  /** The status with which the server refuses to open one. */
  static int refused(HttpClient client, RunningServer server, String path, String... headers) {
    try (var opened = open(client, server, path, headers)) {
      throw new AssertionError(path + " was opened: " + opened.everything());
    } catch (CompletionException refused) {
      return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      synchronized (heard) {
        heard.add(parts.toString());
      }
      frames.add(ApiContract.tree(parts.toString()));
      parts.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.complete(-1);
  }

  Wire send(String frame) {
    socket.sendText(frame, true).orTimeout(SECONDS, TimeUnit.SECONDS).join();
    return this;
  }

  /** The next frame of a type; those before it are passed over. */
  JsonNode next(String type) {
    try {
      for (; ; ) {
        var frame = frames.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("no " + type + " came, but " + everything()).isNotNull();
        if (frame.path("type").asText().equals(type)) {
          return frame;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** All that was ever heard. */
  String everything() {
    synchronized (heard) {
      return String.join("\n", heard);
    }
  }

  /** The code with which the server closes. */
  int closeCode() {
    return closed.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
