package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be written in the texts of a flow file: messages that bend to values, and variants. */
class FlowTextsTest {
  @TempDir Path folder;

  @Test
  void plural_select_and_dates_are_written_as_the_language_does() throws IOException {
    var flow =
        """
        title: {en: Look, zh: 查}
        triggers: [track_order]
        steps:
          - call: list_orders
            on: {otherwise: [{hand_over: failed}]}
          - say:
              en: >-
                You have {count, plural, =0 {no orders} one {# order} other {# orders}}[[,
                {status_1, select, paid {one paid} other {one {status_1}}}]][[
                since {ordered_1, date, long}]][[ for {count, plural, other {{total_1}}}]].
              zh: 您有 {count, number} 个订单[[，{ordered_1, date, long}下单]]。
          - end: seen
        """;
    var facts =
        """
        - shopper: where is my parcel
        - call: list_orders
          facts: {count: "%s"%s}
        - bot: "%s"
        - ends: seen
        """;
    assertThat(sketch().differences(flow, facts.formatted("1", "", "You have 1 order."))).isEmpty();
    assertThat(
            sketch()
                .differences(
                    flow,
                    facts.formatted(
                        "1200",
                        ", status_1: lost_it, ordered_1: 2026-11-02, total_1: GBP 49.90",
                        "You have 1,200 orders, one lost_it since 2 November 2026 for £49.90.")))
        .isEmpty();
    assertThat(sketch().differences(flow, facts.formatted("many", "", "You have many."))).isEmpty();
  }

  @Test
  void a_broken_message_is_a_problem_at_its_place() throws IOException {
    var flow =
        """
        title: {en: Look, zh: 查}
        triggers: [track_order]
        steps:
          - say: {en: "It is {count, plural, one {# order}}", zh: 好}
          - say: {en: "It is {eta, time}", zh: "{count, plural, other {#}"}
          - hand_over: done
        """;
    assertThat(sketch().problems(flow))
        .anyMatch(line -> line.startsWith("4:15: say.en: message {count, plural"))
        .anyMatch(line -> line.startsWith("5:15: say.en: message has no type time"))
        .anyMatch(line -> line.contains("is never closed by }"));
  }

  @Test
  void variants_take_part_in_every_check() throws IOException {
    var flow =
        """
        title: {en: Look, zh: 查}
        triggers: [track_order]
        steps:
          - say: {en: [Hello, "Hello {orde}"], zh: [您好, 您好]}
          - hand_over: done
        """;
    assertThat(sketch().problems(flow)).containsExactly("4:44: say.zh has the same variant twice");
    assertThat(sketch().problems(flow.replace("您好, 您好", "您好, 嗨")))
        .containsExactly("4:30: nothing fills orde before step 1; known: intent, signed_in");
  }

  @Test
  void variants_take_turns_and_never_come_twice_in_a_row() throws IOException {
    var flow =
        """
        title: {en: Look, zh: 查}
        triggers: [track_order]
        slots:
          order:
            type: order_number
            question: {en: ["Which one?", "Which order?"], zh: 哪个？}
            hint: {en: No., zh: 不对。}
            differently: {en: Else., zh: 换。}
        steps:
          - collect: order
          - say: {en: [Good., Fine., Right.], zh: 好。}
          - end: seen
        """;
    assertThat(
            sketch()
                .differences(
                    flow,
                    """
                    - shopper: where is my parcel
                    - bot: Which one?
                    - shopper: how much is delivery?
                    - aside: delivery_cost
                    - bot: Which order?
                    - shopper: LL20481234
                    - bot: Good.
                    - shopper: where is my parcel
                    - bot: Which one?
                    - shopper: LL20481234
                    - bot: Fine.
                    - shopper: where is my order LL20481234
                    - bot: Right.
                    - shopper: where is my order LL20481234
                    - bot: Good.
                    """))
        .isEmpty();
  }

  private FlowSketch sketch() {
    return new FlowSketch(folder);
  }
}
