package deskbell.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/** Sockets to the {@link EchoServer}: as many round trips as it can take, or none at all. */
final class EchoLoad {
  private static final Duration CONNECT_LIMIT = Duration.ofMinutes(2);
  private static final int CONNECTING_AT_ONCE = 64;
  private static final String MESSAGE =
      "{\"type\":\"say\",\"id\":\"0123456789abcdef\",\"text\":\"how long does delivery take?\"}";

  private final WebSocketClient client;
  private final int port;
  private final List<WebSocket> sockets = new ArrayList<>();
  private final LongAdder echoes = new LongAdder();

  EchoLoad(Vertx vertx, int port) {
    this.client =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100_000));
    this.port = port;
  }

  void connect(int count) throws TimeoutException {
    for (var done = 0; done < count; done += CONNECTING_AT_ONCE) {
      var batch = new ArrayList<Future<WebSocket>>();
      for (var i = 0; i < Math.min(CONNECTING_AT_ONCE, count - done); i++) {
        batch.add(client.connect(port, "127.0.0.1", "/chat").onSuccess(this::take));
      }
      Future.all(batch).await(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private synchronized void take(WebSocket socket) {
    sockets.add(socket);
    socket.textMessageHandler(
        text -> {
          echoes.increment();
          socket.writeTextMessage(text);
        });
  }

  /** Round trips a second with every socket busy. */
  double perSecond(Duration warmUp, Duration measured) throws InterruptedException {
    sockets.forEach(socket -> socket.writeTextMessage(MESSAGE));
    Thread.sleep(warmUp);
    echoes.reset();
    var start = System.nanoTime();
    Thread.sleep(measured);
    return echoes.sum() / ((System.nanoTime() - start) / 1e9);
  }

  void close() throws TimeoutException {
    client.close().await(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }
}
