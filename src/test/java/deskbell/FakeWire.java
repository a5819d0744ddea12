package deskbell;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * A fake server's end of a page's socket. Writing happens on the socket's own event loop, where it
 * cannot close in between: a page that has just gone must not trouble whoever writes to all.
 */
public final class FakeWire {
  private final ServerWebSocket socket;
  private final Context loop;

  /** The wire of a socket that was opened on this event loop. */
  public FakeWire(ServerWebSocket socket) {
    this.socket = socket;
    loop = Objects.requireNonNull(Vertx.currentContext(), "on an event loop");
  }

  /** Sends a frame after those before it; nothing where the socket is gone. Any thread. */
  public void send(JsonObject frame) {
    var text = frame.encode();
    loop.runOnContext(
        now -> {
          if (!socket.isClosed()) {
            socket.writeTextMessage(text);
          }
        });
  }

  /** Ends the connection. Any thread. */
  public void close(int code) {
    loop.runOnContext(now -> socket.close((short) code));
  }
}
