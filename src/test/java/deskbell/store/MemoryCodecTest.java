package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Memory;
import deskbell.conversation.Choice;
import deskbell.conversation.Invalid;
import deskbell.dialog.DialogState;
import deskbell.dialog.OpenFlow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryCodecTest {
  @Test
  void a_memory_is_read_as_it_was_written() {
    var flow = new OpenFlow("track", "ask", Map.of("order", "LL1"), Map.of("city", "上海"), 2);
    var memory = new Memory(new DialogState(1, List.of(flow)), 1, List.of(new Choice("退货", "r")));
    assertThat(MemoryCodec.read(MemoryCodec.write(memory))).isEqualTo(memory);
    assertThat(MemoryCodec.read(null)).isEqualTo(Memory.EMPTY);
  }

  @Test
  void an_unknown_layout_is_named_before_anything_else_is_read() {
    refused(
        "{\"dialog\":{\"version\":7,\"stacks\":[]}}",
        "memory.dialog.version is 7; this server reads 1");
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
    assertThatThrownBy(() -> MemoryCodec.read(json))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith(message);
  }
}
