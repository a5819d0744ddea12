package deskbell.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/**
 * The barest WebSocket server: says back what it hears. What any chat server is measured against.
 */
public final class EchoServer {
  private EchoServer() {}

  /** Listens on a port (0 for any) with one event loop a processor; completes with the port. */
  public static Future<Integer> start(Vertx vertx, int port) {
    var chosen = Promise.<Integer>promise();
    var instances = Runtime.getRuntime().availableProcessors();
    var free = port == 0 ? freePort() : port;
    vertx
        .deployVerticle(() -> new Echo(free), new DeploymentOptions().setInstances(instances))
        .onComplete(done -> chosen.handle(done.map(free)));
    return chosen.future();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static final class Echo extends AbstractVerticle {
    private final int port;

    Echo(int port) {
      this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
      vertx
          .createHttpServer(new HttpServerOptions().setPort(port).setHost("127.0.0.1"))
          .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
          .listen()
          .<Void>mapEmpty()
          .onComplete(started);
    }
  }
}
