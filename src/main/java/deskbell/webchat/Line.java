package deskbell.webchat;

import deskbell.webchat.ServerFrame.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wire to one shopper. Writing to a socket that is gone does nothing: whoever comes back reads
 * what was missed from the store. On the socket's event loop.
 */
final class Line {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final Buffer NOTHING = Buffer.buffer();

  private final ServerWebSocket socket;
  private final Runnable drained;
  private boolean ended;
  private boolean watching;

  /** Calls {@code drained} whenever the line was {@link #full} and has been emptied. */
  Line(ServerWebSocket socket, int writeQueueBytes, Runnable drained) {
    this.socket = socket;
    this.drained = drained;
    socket.setWriteQueueMaxSize(writeQueueBytes);
  }

  void send(ServerFrame frame) {
    if (gone()) {
      return;
    }
    socket.writeTextMessage(frame.encode()).onFailure(failure -> LOG.debug("not sent", failure));
    if (!watching && full()) {
      watching = true;
      socket.drainHandler(this::drained);
    }
  }

  private void drained(Void nothing) {
    watching = false;
    socket.drainHandler(null);
    drained.run();
  }

  /** Sends the error, then closes with the code that belongs to it. */
  void end(Problem error) {
    if (gone()) {
      return;
    }
    send(error);
    ended = true;
    socket
        .close((short) error.code().closeCode(), error.code().wire())
        .onFailure(failure -> LOG.debug("not closed in order", failure));
  }

  /** Asks for a sign of life. */
  void ping() {
    if (!gone()) {
      socket.writePing(NOTHING).onFailure(failure -> LOG.debug("not sent", failure));
    }
  }

  /** True while more is waiting to be sent than the socket may hold. */
  boolean full() {
    return !gone() && socket.writeQueueFull();
  }

  /** Lets frames wait in the network until {@link #listen}. */
  void hold() {
    if (!gone()) {
      socket.pause();
    }
  }

  void listen() {
    if (!gone()) {
      socket.resume();
    }
  }

  boolean gone() {
    return ended || socket.isClosed();
  }
}
