package deskbell.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import deskbell.answering.Memory;
import deskbell.conversation.Invalid;
import deskbell.dialog.DialogState;
import java.io.IOException;

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
      var tree = Json.MAPPER.readTree(json);
      checkVersion(tree.path("dialog").path("version"));
      return READER.readValue(tree);
    } catch (JsonProcessingException damaged) {
      throw new Invalid("memory", "cannot be read: " + damaged.getOriginalMessage(), damaged);
    } catch (IOException impossible) {
      throw new IllegalStateException("a tree in memory needs no input", impossible);
    }
  }

  private static void checkVersion(JsonNode version) {
    if (!version.isInt()) {
      throw new Invalid("memory.dialog.version", "is missing");
    }
    if (version.intValue() != DialogState.VERSION) {
      throw new Invalid(
          "memory.dialog.version",
          "is %d; this server reads %d".formatted(version.intValue(), DialogState.VERSION));
    }
  }
}
