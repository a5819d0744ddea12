package deskbell.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import deskbell.answering.Memory;
import deskbell.conversation.Invalid;
import deskbell.dialog.DialogState;

/**
 * A conversation's memory as JSON. The version is checked before anything else is read: a layout
 * that this server does not know is {@link Invalid}, never guessed at.
 */
final class MemoryCodec {
  private static final ObjectReader READER = Json.MAPPER.readerFor(Memory.class);
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Memory.class);

  private MemoryCodec() {}

  /** The column's text. */
  static String write(Memory memory) {
    try {
      return WRITER.writeValueAsString(memory);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain records always become JSON", impossible);
    }
  }

  /** The memory of a column's text; a conversation without one has an empty memory. */
  static Memory read(String json) {
    if (json == null) {
      return Memory.EMPTY;
    }
    try {
      Memory memory = READER.readValue(json);
      checkVersion(memory.dialog().version());
      return memory;
    } catch (JsonProcessingException other) {
      throw unreadable(json, other);
    }
  }

  /** What is wrong; another version is named as such, whatever else is odd about the layout. */
  private static Invalid unreadable(String json, JsonProcessingException cause) {
    try {
      var version = Json.MAPPER.readTree(json).path("dialog").path("version");
      if (!version.isInt()) {
        return new Invalid("memory.dialog.version", "is missing");
      }
      checkVersion(version.intValue());
    } catch (JsonProcessingException damaged) {
      return new Invalid("memory", "cannot be read: " + damaged.getOriginalMessage(), damaged);
    }
    return new Invalid("memory", "cannot be read: " + cause.getOriginalMessage(), cause);
  }

  private static void checkVersion(int version) {
    if (version != DialogState.VERSION) {
      throw new Invalid(
          "memory.dialog.version",
          "is %d; this server reads %d".formatted(version, DialogState.VERSION));
    }
  }
}
