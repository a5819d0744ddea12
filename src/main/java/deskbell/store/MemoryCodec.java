package deskbell.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.answering.Memory;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.dialog.DialogState;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation's memory as JSON. Older layouts are brought up to the newest: what they lack gets
 * the value that stands for "nothing yet". A layout that this server does not know is never guessed
 * at. It must not lock the shopper out either, so the conversation goes on from {@link
 * DialogState#UNREADABLE}, which says that its place was lost, and the log says why.
 */
public final class MemoryCodec {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryCodec.class);
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Memory.class);
  private static final int OLDEST = 1;
  private static final Memory LOST = new Memory(DialogState.UNREADABLE, 0, List.of());

  private MemoryCodec() {}

  /** The column's text. */
  public static String write(Memory memory) {
    try {
      return WRITER.writeValueAsString(memory);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain records always become JSON", impossible);
    }
  }

  /** The memory of a column's text; a conversation without one has an empty memory. */
  static Memory read(ConversationId conversation, String json) {
    if (json == null) {
      return Memory.EMPTY;
    }
    try {
      return parse(json);
    } catch (Invalid unreadable) {
      LOG.error(
          "conversation {}: {}; it goes on without its open flow",
          conversation,
          unreadable.getMessage());
      return LOST;
    }
  }

  /** The memory of a text; one that cannot be read is {@link Invalid}. */
  public static Memory parse(String json) {
    try {
      var tree = Json.MAPPER.readTree(json);
      upgrade(tree);
      return Json.MAPPER.treeToValue(tree, Memory.class);
    } catch (JsonProcessingException damaged) {
      throw new Invalid("memory", "cannot be read: " + damaged.getOriginalMessage(), damaged);
    }
  }

  private static void upgrade(JsonNode memory) {
    var version = memory.path("dialog").path("version");
    if (!version.isInt()) {
      throw new Invalid("memory.dialog.version", "is missing");
    }
    if (version.intValue() < OLDEST || version.intValue() > DialogState.VERSION) {
      throw new Invalid(
          "memory.dialog.version",
          "is %d; this server reads %d to %d"
              .formatted(version.intValue(), OLDEST, DialogState.VERSION));
    }
    if (version.intValue() < DialogState.VERSION
        && memory instanceof ObjectNode all
        && memory.path("dialog") instanceof ObjectNode state) {
      all.putArray("asked");
      all.put("upset", 0);
      fromFirst(state);
    }
  }

  /**
   * Layout 1 had neither variants of texts, nor slots to skip, nor editions of flows, nor times
   * (what it holds counts as said long ago), nor former questions.
   */
  private static void fromFirst(ObjectNode state) {
    state.put("version", DialogState.VERSION);
    state.putObject("told");
    state.putObject("known");
    for (var flow : state.path("flows")) {
      if (flow instanceof ObjectNode open) {
        open.putArray("skipped");
        open.put("edition", "");
        open.put("heardAt", 0);
        open.put("recalls", false);
      }
    }
  }
}
