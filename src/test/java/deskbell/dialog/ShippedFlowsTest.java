package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.flow.Conversation;
import deskbell.rehearsal.RuleRehearsal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedFlowsTest {
  private static final int CONVERSATIONS_A_LANGUAGE = 4;

  private final Flows flows = Flows.load(Path.of("dialog-flows"));

  @ParameterizedTest
  @CsvSource({"0.38, true", "0.2, false"})
  void where_the_bot_asks_which_flow_is_meant_the_conversations_own_is_picked(
      double own, boolean asked) {
    var rules = new RuleInterpreter();
    var torn =
        RuleRehearsal.of(flows, (text, language) -> torn(rules.understand(text, language), own));
    var conversation =
        flows.flow("return-item").orElseThrow().conversations().stream()
            .filter(written -> written.name().equals("原因在第一句话里"))
            .findFirst()
            .orElseThrow();
    assertThat(torn.run(conversation).passed()).isEqualTo(asked);
  }

  private static Understood torn(Understood heard, double own) {
    return heard.best().intent().equals("return_item")
        ? new Understood(
            heard.text(),
            heard.language(),
            heard.entities(),
            List.of(new IntentScore("track_order", 0.53), new IntentScore("return_item", own)))
        : heard;
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
                "change_order",
                "damaged_item",
                "wrong_item",
                "complaint",
                "leave_review",
                "change_address",
                "return_item",
                "refund_status",
                "invoice"))
        .allSatisfy(intent -> assertThat(flows.startedBy(intent)).isNotEmpty());
  }
}
