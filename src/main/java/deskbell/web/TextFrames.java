package deskbell.web;

import deskbell.conversation.Invalid;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Puts the fragments of a WebSocket message together and hands on whole texts up to a limit.
 * Nothing is kept between messages.
 */
public final class TextFrames implements Handler<WebSocketFrame> {
  /** The field that errors about a frame as a whole name. */
  public static final String FRAME = "frame";

  /** Who wants the texts. */
  public interface Sink {
    /** Something came, of whatever kind. */
    void alive();

    /** The answer to a ping came: whatever was sent before the ping has arrived. */
    void pong();

    /** A whole message came. */
    void receive(String text);

    /** A message came that is no text. */
    void malformed(Invalid why);

    /** A message is too long; nothing more is handed on. */
    void tooLarge();
  }

  private final Sink sink;
  private final int maxBytes;
  private Buffer parts;
  private boolean binary;
  private boolean over;

  /** Hands texts of at most {@code maxBytes} to this sink. */
  public TextFrames(Sink sink, int maxBytes) {
    this.sink = sink;
    this.maxBytes = maxBytes;
  }

  @Override
  public void handle(WebSocketFrame frame) {
    sink.alive();
    if (frame.type() == WebSocketFrameType.PONG) {
      sink.pong();
    }
    if (over || !(frame.isText() || frame.isBinary() || frame.isContinuation())) {
      return;
    }
    if (!frame.isContinuation()) {
      binary = frame.isBinary();
    }
    var bytes = parts == null ? frame.binaryData() : parts.appendBuffer(frame.binaryData());
    if (bytes.length() > maxBytes) {
      over = true;
      parts = null;
      sink.tooLarge();
    } else if (frame.isFinal()) {
      parts = null;
      deliver(bytes);
    } else if (parts == null) {
      parts = Buffer.buffer().appendBuffer(bytes);
    }
  }

  private void deliver(Buffer bytes) {
    if (binary) {
      sink.malformed(new Invalid(FRAME, "is binary; must be text"));
      return;
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      sink.receive(decoder.decode(ByteBuffer.wrap(bytes.getBytes())).toString());
    } catch (CharacterCodingException malformed) {
      sink.malformed(new Invalid(FRAME, "is not UTF-8", malformed));
    }
  }
}
