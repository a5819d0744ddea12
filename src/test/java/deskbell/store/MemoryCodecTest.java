package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Memory;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.dialog.DialogState;
import deskbell.dialog.OpenFlow;
import deskbell.dialog.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryCodecTest {
  private static final ConversationId ANY = ConversationId.random();

  @Test
  void a_memory_is_read_as_it_was_written() {
    var flow =
        new OpenFlow(
            "track",
            "ask",
            Map.of("order", "LL1"),
            Map.of("city", "上海"),
            2,
            Set.of("note"),
            "ab",
            1_790_000_000,
            true);
    var known = Map.of("email", new Said("a@example.com", 1_790_000_000));
    var state = new DialogState(DialogState.VERSION, List.of(flow), Map.of("7f", 1), known);
    var memory = new Memory(state, 1, List.of(new Choice("退货", "r")));
    assertThat(MemoryCodec.read(ANY, MemoryCodec.write(memory))).isEqualTo(memory);
    assertThat(MemoryCodec.read(ANY, null)).isEqualTo(Memory.EMPTY);
  }

  @Test
  void the_first_layout_is_still_read() {
    var json =
        """
        {"dialog": {"version": 1, "flows": [{"flow": "track", "step": "ask",
          "slots": {"order": "LL1"}, "facts": {}, "misses": 1}]}, "misses": 0, "offered": []}
        """;
    var flow = new OpenFlow("track", "ask", Map.of("order", "LL1"), Map.of(), 1);
    assertThat(MemoryCodec.read(ANY, json))
        .isEqualTo(new Memory(new DialogState(DialogState.VERSION, List.of(flow)), 0, List.of()));
  }

  @Test
  void what_cannot_be_read_loses_its_place_but_not_the_conversation() {
    assertThat(MemoryCodec.read(ANY, "{\"dialog\":{\"version\":99}}").dialog())
        .isEqualTo(DialogState.UNREADABLE);
    assertThat(MemoryCodec.read(ANY, "[]").dialog()).isEqualTo(DialogState.UNREADABLE);
  }

  @Test
  void an_unknown_layout_is_named_before_anything_else_is_read() {
    refused(
        "{\"dialog\":{\"version\":99,\"stacks\":[]}}",
        "memory.dialog.version is 99; this server reads 1 to " + DialogState.VERSION);
    refused("{\"dialog\":{\"version\":0}}", "memory.dialog.version is 0; this server reads 1 to ");
    refused("{\"misses\":0}", "memory.dialog.version is missing");
  }

  @Test
  void what_is_unknown_or_missing_is_an_error() {
    refused(
        "{\"dialog\":{\"version\":1,\"flows\":[]},\"misses\":0,\"offered\":[],\"mood\":1}",
        "memory cannot be read: Unrecognized field \"mood\"");
    refused(
        "{\"dialog\":{\"version\":1,\"flows\":[]},\"misses\":0}",
        "memory cannot be read: Missing creator property 'offered'");
    refused("{", "memory cannot be read: ");
  }

  private static void refused(String json, String message) {
    assertThatThrownBy(() -> MemoryCodec.parse(json))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith(message);
  }
}
