package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Conversation;
import deskbell.dialog.rehearsal.Rehearsal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedFlowsTest {
  private static final int CONVERSATIONS_A_LANGUAGE = 4;

  private final Flows flows = Flows.load(Path.of("dialog-flows"));

  @TestFactory
  Stream<DynamicTest> every_written_conversation_goes_as_written() {
    var rehearsal = new Rehearsal(new FlowDialogue(flows), new RuleInterpreter()::understand);
    return flows.all().stream()
        .flatMap(flow -> flow.conversations().stream())
        .map(
            conversation ->
                DynamicTest.dynamicTest(
                    conversation.flow() + ": " + conversation.name(),
                    () -> assertThat(rehearsal.run(conversation).report()).isEmpty()));
  }

  @Test
  void every_flow_has_conversations_in_every_language() {
    assertThat(flows.all()).hasSizeGreaterThanOrEqualTo(6);
    for (var flow : flows.all()) {
      for (var language : Language.values()) {
        assertThat(flow.conversations())
            .as(flow.id() + " " + language)
            .filteredOn(conversation -> conversation.language() == language)
            .hasSizeGreaterThanOrEqualTo(CONVERSATIONS_A_LANGUAGE)
            .extracting(Conversation::name)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void every_intent_that_needs_the_shop_starts_a_flow() {
    assertThat(
            List.of(
                "track_order",
                "delivery_late",
                "not_received",
                "cancel_order",
                "change_address",
                "return_item",
                "refund_status",
                "invoice"))
        .allSatisfy(intent -> assertThat(flows.startedBy(intent)).isPresent());
  }
}
