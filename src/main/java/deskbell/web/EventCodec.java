package deskbell.web;

import deskbell.conversation.ConversationEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.json.JsonObject;

/** Passes events as they are within a node and as JSON between nodes. */
final class EventCodec implements MessageCodec<ConversationEvent, ConversationEvent> {
  static final String NAME = "deskbell.event";

  @Override
  public void encodeToWire(Buffer buffer, ConversationEvent event) {
    var bytes = EventJson.encode(event).toBuffer();
    buffer.appendInt(bytes.length()).appendBuffer(bytes);
  }

  @Override
  public ConversationEvent decodeFromWire(int start, Buffer buffer) {
    var from = start + Integer.BYTES;
    return EventJson.decode(new JsonObject(buffer.slice(from, from + buffer.getInt(start))));
  }

  @Override
  public ConversationEvent transform(ConversationEvent event) {
    return event;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
