package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can be written of slots and steps in a flow file, each told by a conversation with it. Long
 * because each word of the language is tried.
 */
class FlowLanguageTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneOffset.UTC);

  private static final String BOOKING =
      """
      title: {en: Book an installation, zh: 预约安装}
      triggers: [track_order]
      slots:
        day:
          type: date
          question: {en: "Which day?", zh: 哪一天？}
          hint: {en: A day please., zh: 请给一个日期。}
          differently: {en: "Day and month?", zh: 几月几日？}
          rules:
            - at_least: today+1
              says: {en: "{day:date} is too soon.", zh: 太早了。}
            - at_most: today+14
              says: {en: "We book two weeks ahead at most. Which day?", zh: 最多提前两周预约。}
        code:
          type: text
          normalise: [half_width, no_spaces, upper]
          pattern: ^[A-Z]{2}\\d{4}$
          question: {en: "Which code?", zh: 安装码？}
          hint: {en: Two letters and four digits., zh: 两个字母四位数字。}
          differently: {en: See the card., zh: 见卡片。}
          rules:
            - matches: ^[^X]
              says: {en: "Codes with X have run out. Is there another?", zh: X 开头的已失效。}
        note:
          type: text
          optional: yes
          question: {en: "Anything that we should know?", zh: 有什么要说明的吗？}
          hint: {en: Say it in a few words., zh: 请简单说明。}
          differently: {en: Or skip it., zh: 也可以跳过。}
      steps:
        - collect: day
        - collect: code
        - collect: note
        - branch: note
          when:
            none: [{say: {en: Nothing noted., zh: 没有备注。}}]
          else:
            - say: {en: "Noted: {note}.", zh: 已备注。}
        - say: {en: "Booked for {day:date} with {code}.", zh: 已预约。}
        - end: booked
      """;

  @TempDir Path folder;

  @Test
  void a_value_that_breaks_a_rule_is_told_in_the_rules_words() throws IOException {
    assertThat(
            sketch()
                .differences(
                    BOOKING.replace("{day:date} is too soon.", "That is too soon."),
                    """
                    - shopper: where is my parcel
                    - bot: Which day?
                    - shopper: 2026-11-24
                    - bot: That is too soon.
                    - shopper: 2026-12-24
                    - bot: two weeks ahead
                    - shopper: 2026-12-01
                    - bot: Which code?
                    - shopper: ａｂ 12 34
                    - bot: Anything that we should know?
                    - presses: "!skip"
                    - bot: [Nothing noted., Booked for Tuesday 1 December with AB1234.]
                    - ends: booked
                    """))
        .isEmpty();
  }

  @Test
  void a_rules_words_may_not_speak_of_the_value_that_was_refused() throws IOException {
    assertThat(sketch().problems(BOOKING))
        .anyMatch(line -> line.contains("day may be empty at step day"));
  }

  @Test
  void a_normalised_value_is_checked_and_an_optional_one_is_told_or_skipped_in_words()
      throws IOException {
    var booking = BOOKING.replace("{day:date} is too soon.", "Too soon.");
    assertThat(
            sketch()
                .differences(
                    booking,
                    """
                    - shopper: where is my parcel
                    - shopper: 2026-12-01
                    - bot: Which code?
                    - shopper: xx1234
                    - bot: Codes with X have run out.
                    - shopper: ab 1234
                    - bot: ["Anything that we should know?", Skip this]
                    - shopper: the dog bites
                    - bot: "Noted: the dog bites."
                    - ends: booked
                    """))
        .isEmpty();
    assertThat(
            sketch()
                .differences(
                    booking,
                    """
                    - shopper: where is my parcel
                    - shopper: 2026-12-01
                    - shopper: ab1234
                    - shopper: no thanks
                    - bot: Nothing noted.
                    - ends: booked
                    """))
        .isEmpty();
  }

  @Test
  void an_amount_beyond_a_limit_takes_its_own_way_to_a_department() throws IOException {
    sketch().beside("shared.yaml", "departments: [payments]\n");
    var flow =
        """
        title: {en: Refund, zh: 退款}
        triggers: [track_order]
        slots:
          paid:
            type: money
            question: {en: "How much was it?", zh: 多少钱？}
            hint: {en: An amount please., zh: 请给金额。}
            differently: {en: "In pounds?", zh: 多少元？}
        steps:
          - collect: paid
          - branch: paid
            when:
              above GBP 200, above CNY 1500:
                - hand_over: high_refund
                  department: payments
              at most GBP 5:
                - say: {en: That is little., zh: 不多。}
                - end: little
          - say: {en: Fine., zh: 好的。}
          - end: fine
        """;
    assertThat(sketch().differences(flow, talk("£201", "hands_over: high_refund"))).isEmpty();
    assertThat(sketch().differences(flow, talk("£5", "ends: little"))).isEmpty();
    assertThat(sketch().differences(flow, talk("£200", "ends: fine"))).isEmpty();
    assertThat(sketch().problems(flow.replace("payments\n", "payment\n")))
        .anyMatch(line -> line.contains("unknown department payment; did you mean payments?"));
    assertThat(sketch().problems(flow.replace("above GBP 200,", "above much,")))
        .anyMatch(line -> line.contains("above much: the limit must be a number"));
  }

  private static String talk(String paid, String end) {
    return "- shopper: where is my parcel\n- shopper: " + paid + "\n- " + end + "\n";
  }

  @Test
  void slots_are_set_and_filled_from_facts_and_identity() throws IOException {
    var flow =
        """
        title: {en: Look, zh: 查}
        triggers: [track_order]
        slots:
          order:
            type: order_number
            source: fact:order_1
            question: {en: "Which order?", zh: 哪个订单？}
            hint: {en: No., zh: 不对。}
            differently: {en: Else., zh: 换。}
          user: {type: text, source: identity, question: {en: "Who?", zh: 谁？}, \
        hint: {en: a, zh: b}, differently: {en: c, zh: d}}
          mood: {type: choice, choices: {good: {en: Good, zh: 好}, bad: {en: Bad, zh: 不好}}}
          copy: {type: text}
        steps:
          - call: list_orders
            on: {otherwise: []}
          - collect: order
          - collect: user
          - set: {mood: good, copy: "{order}"}
          - say: {en: "{user}: {mood}, {copy}", zh: "{user}{mood}{copy}"}
          - end: seen
        """;
    assertThat(
            sketch()
                .differences(
                    flow,
                    """
                    - shopper: where is my parcel
                    - call: list_orders
                      facts: {count: "1", order_1: LL20481234}
                    - bot: "anna: Good, LL20481234"
                    - ends: seen
                    """))
        .isEmpty();
    assertThat(sketch().problems(flow.replace("mood: good, copy", "mood: god, copy")))
        .anyMatch(line -> line.contains("mood is never god; did you mean good?"));
    assertThat(sketch().problems(flow.replace("fact:order_1", "fact:ordr_1")))
        .anyMatch(line -> line.contains("nothing fills ordr_1 before step order"));
    assertThat(sketch().problems(flow.replace("fact:order_1", "somewhere")))
        .anyMatch(line -> line.contains("order.source is somewhere; must be identity or fact:"));
  }

  private static final String MEASURED =
      """
      title: {en: Find my size, zh: 选尺码}
      triggers: [track_order]
      slots:
        weight:
          type: text
          private: yes
          question: {en: "And what do you weigh, {piece}?", zh: 体重多少？}
          hint: {en: A number please., zh: 请给数字。}
          differently: {en: "Roughly?", zh: 大概呢？}
        piece:
          type: text
          question: {en: "Which piece?", zh: 哪一件？}
          hint: {en: Its name., zh: 名称。}
          differently: {en: "What is it?", zh: 是什么？}
      steps:
        - collect: piece
        - collect: weight
        - hand_over: measured
      """;

  @Test
  void what_is_private_is_in_no_summary_and_in_no_other_flow() throws IOException {
    assertThat(sketch().problems(MEASURED)).isEmpty();
    var flows = sketch().flows();
    var open =
        new OpenFlow("try", "weight", Map.of("piece", "coat", "weight", "75 kg"), Map.of(), 0);
    var state = new DialogState(DialogState.VERSION, List.of(open));

    var disclosed = flows.disclosed(state);

    assertThat(disclosed.whole()).isFalse();
    assertThat(disclosed.state().flows().getLast().slots())
        .containsOnly(Map.entry("piece", "coat"));
    assertThat(Walk.summary(flows.flow("try").orElseThrow(), open))
        .containsOnly(Map.entry("flow", "try"), Map.entry("piece", "coat"));
    var asksThePiece = new DialogState(DialogState.VERSION, List.of(open.at("piece")));
    assertThat(flows.disclosed(asksThePiece).whole()).isTrue();
  }

  @Test
  void a_private_value_goes_nowhere_where_it_would_not_be_private() throws IOException {
    assertThat(sketch().problems(MEASURED.replace("private: yes", "private: maybe")))
        .containsExactly("6:14: unknown weight.private maybe; known: yes, no");
    assertThat(
            sketch()
                .problems(
                    MEASURED.replace("- hand_over", "- set: {piece: \"{weight}\"}\n  - hand_over")))
        .anyMatch(
            line -> line.contains("slot piece is set from weight, so it must be private too"));
    assertThat(
            sketch()
                .problems(
                    MEASURED.replace(
                        "  piece:\n    type: text", "  piece:\n    from: weight\n    type: text")))
        .anyMatch(line -> line.contains("slot piece is filled from weight, so it must be private"));
    assertThat(
            sketch()
                .problems(
                    MEASURED.replace(
                        "type: text\n    private: yes", "any: [piece]\n    private: yes")))
        .anyMatch(
            line -> line.contains("slot weight holds nothing of its own; say private of piece"));
  }

  @Test
  void everything_is_forgotten_with_the_flows_that_wait() throws IOException {
    var flow =
        """
        title: {en: Erase, zh: 删除}
        triggers: [track_order]
        slots:
          order:
            type: order_number
            question: {en: "Which order?", zh: 哪个订单？}
            hint: {en: No., zh: 不对。}
            differently: {en: Else., zh: 换。}
        steps:
          - collect: order
          - forget: everything
          - say: {en: "Gone[[: {order}]].", zh: 已删除。}
          - end: erased
        """;
    assertThat(sketch().problems(flow)).isEmpty();
    var below = new OpenFlow("try", "order", Map.of("order", "LL1"), Map.of(), 0);
    var known = Map.of("email", new Said("anna@example.com", NOW.toEpochSecond()));
    var before = new DialogState(DialogState.VERSION, List.of(below), Map.of(), known);

    var outcome = new FlowDialogue(sketch().flows()).start(before, "try", said("track LL20481234"));

    assertThat(outcome.acts())
        .extracting(act -> act instanceof Act.Say(var reply) ? reply.text() : act.toString())
        .containsExactly("Gone.", new Act.Ended("try", "erased").toString());
    assertThat(outcome.state()).isEqualTo(DialogState.IDLE);
    assertThat(
            sketch()
                .problems(
                    flow.replace("order:", "everything:")
                        .replace("{order}", "{everything}")
                        .replace("collect: order", "collect: everything")))
        .anyMatch(line -> line.contains("slot everything is a reserved name"));
  }

  private static Heard said(String text) {
    var understood = new RuleInterpreter().understand(text, Optional.of(Language.EN));
    return new Heard(understood, Optional.empty(), Optional.empty(), NOW);
  }

  private FlowSketch sketch() {
    return new FlowSketch(folder);
  }
}
