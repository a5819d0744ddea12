package deskbell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wire to one browser. Writing to a socket that is gone does nothing: whoever comes back reads
 * what was missed from the store. On the socket's event loop.
 */
public final class Line {
  /** Something that can be sent. */
  public interface Frame {
    /** The frame as text. */
    String encode();
  }

  /** A frame after which the connection may end. */
  public interface Last extends Frame {
    /** The WebSocket close code. */
    int closeCode();

    /** The reason that goes with it; ASCII. */
    String closeReason();
  }

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final Buffer NOTHING = Buffer.buffer();

  private final ServerWebSocket socket;
  private final Runnable drained;
  private boolean ended;
  private boolean watching;

  /** Calls {@code drained} whenever the line was {@link #full} and has been emptied. */
  public Line(ServerWebSocket socket, int writeQueueBytes, Runnable drained) {
    this.socket = socket;
    this.drained = drained;
    socket.setWriteQueueMaxSize(writeQueueBytes);
  }

  /** Sends a frame. */
  public void send(Frame frame) {
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

  /** Sends the frame, then closes with the code that belongs to it. */
  public void end(Last last) {
    if (gone()) {
      return;
    }
    send(last);
    ended = true;
    socket
        .close((short) last.closeCode(), last.closeReason())
        .onFailure(failure -> LOG.debug("not closed in order", failure));
  }

  /** Asks for a sign of life. */
  public void ping() {
    if (!gone()) {
      socket.writePing(NOTHING).onFailure(failure -> LOG.debug("not sent", failure));
    }
  }

  /** True while more is waiting to be sent than the socket may hold. */
  public boolean full() {
    return !gone() && socket.writeQueueFull();
  }

  /** Lets frames wait in the network until {@link #listen}. */
  public void hold() {
    if (!gone()) {
      socket.pause();
    }
  }

  /** Lets frames come again. */
  public void listen() {
    if (!gone()) {
      socket.resume();
    }
  }

  /** True once it was ended here or there. */
  public boolean gone() {
    return ended || socket.isClosed();
  }
}
