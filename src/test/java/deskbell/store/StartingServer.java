package deskbell.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL that says to the first who come that it is starting up, as after a crash; then it is
 * the server behind it. One event loop.
 */
final class StartingServer {
  private static final String STARTING =
      "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0";

  private final Vertx vertx;
  private final Endpoint behind;
  private final int times;
  private final AtomicInteger refused = new AtomicInteger();

  StartingServer(Vertx vertx, Endpoint behind, int times) {
    this.vertx = vertx;
    this.behind = behind;
    this.times = times;
  }

  Future<Void> listen(int port) {
    return vertx.createNetServer().connectHandler(this::met).listen(port, "127.0.0.1").mapEmpty();
  }

  /** How many were told so. */
  int refused() {
    return refused.get();
  }

  private void met(NetSocket client) {
    if (refused.get() < times) {
      refused.incrementAndGet();
      client.handler(_ -> client.end(starting()));
    } else {
      client.pause();
      vertx
          .createNetClient()
          .connect(behind.port(), behind.host())
          .onSuccess(
              server -> {
                client.pipeTo(server);
                server.pipeTo(client);
              })
          .onFailure(_ -> client.close());
    }
  }

  /** An ErrorResponse: its length counts itself. */
  private static Buffer starting() {
    return Buffer.buffer("E").appendInt(STARTING.length() + Integer.BYTES).appendString(STARTING);
  }
}
