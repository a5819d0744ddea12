package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.reading.FlowFiles;
import deskbell.rehearsal.RuleRehearsal;
import deskbell.rehearsal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can be written in a flow file, each told by a conversation in that file. Long because the
 * files stand in it.
 */
class FlowLanguageTest {
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
            reports(
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
    assertThat(problems(BOOKING)).anyMatch(line -> line.contains("day may be empty at step day"));
  }

  @Test
  void a_normalised_value_is_checked_and_an_optional_one_is_told_or_skipped_in_words()
      throws IOException {
    var booking = BOOKING.replace("{day:date} is too soon.", "Too soon.");
    assertThat(
            reports(
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
            reports(
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
    Files.writeString(folder.resolve("shared.yaml"), "departments: [payments]\n");
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
    assertThat(reports(flow, talk("£201", "hands_over: high_refund"))).isEmpty();
    assertThat(reports(flow, talk("£5", "ends: little"))).isEmpty();
    assertThat(reports(flow, talk("£200", "ends: fine"))).isEmpty();
    assertThat(problems(flow.replace("payments\n", "payment\n")))
        .anyMatch(line -> line.contains("unknown department payment; did you mean payments?"));
    assertThat(problems(flow.replace("above GBP 200,", "above much,")))
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
            reports(
                flow,
                """
                - shopper: where is my parcel
                - call: list_orders
                  facts: {count: "1", order_1: LL20481234}
                - bot: "anna: Good, LL20481234"
                - ends: seen
                """))
        .isEmpty();
    assertThat(problems(flow.replace("mood: good, copy", "mood: god, copy")))
        .anyMatch(line -> line.contains("mood is never god; did you mean good?"));
    assertThat(problems(flow.replace("fact:order_1", "fact:ordr_1")))
        .anyMatch(line -> line.contains("nothing fills ordr_1 before step order"));
    assertThat(problems(flow.replace("fact:order_1", "somewhere")))
        .anyMatch(line -> line.contains("order.source is somewhere; must be identity or fact:"));
  }

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
    assertThat(reports(flow, facts.formatted("1", "", "You have 1 order."))).isEmpty();
    assertThat(
            reports(
                flow,
                facts.formatted(
                    "1200",
                    ", status_1: lost_it, ordered_1: 2026-11-02, total_1: GBP 49.90",
                    "You have 1,200 orders, one lost_it since 2 November 2026 for £49.90.")))
        .isEmpty();
    assertThat(reports(flow, facts.formatted("many", "", "You have many."))).isEmpty();
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
    assertThat(problems(flow))
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
    assertThat(problems(flow)).containsExactly("4:44: say.zh has the same variant twice");
    assertThat(problems(flow.replace("您好, 您好", "您好, 嗨")))
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
            reports(
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

  private static final String INNER =
      """
      title: {en: Proof, zh: 核实}
      triggers: []
      slots:
        order:
          type: order_number
          question: {en: "Which order?", zh: 哪个？}
          hint: {en: No., zh: 不对。}
          differently: {en: Else., zh: 换。}
        mail:
          type: email
          question: {en: "Which mail?", zh: 邮箱？}
          hint: {en: No., zh: 不对。}
          differently: {en: Else., zh: 换。}
      steps:
        - collect: order
        - collect: mail
        - confirm: {en: "Is {mail} yours?", zh: "{mail} 是您的吗？"}
          yes: {en: Mine, zh: 是我的}
          no: {en: Not mine, zh: 不是我的}
          denied:
            - say: {en: I see., zh: 好的。}
            - end: foreign
        - say: {en: Proved., zh: 核实了。}
        - end: proved
      """;

  private static final String OUTER =
      """
      title: {en: Look, zh: 查}
      triggers: [track_order]
      slots:
        order: {type: order_number}
        mail: {type: email}
      steps:
        - run: proof
          on:
            foreign:
              - hand_over: not_theirs
        - branch: mail
          when:
            none: [{hand_over: no_mail}]
        - say: {en: "Order of {mail}.", zh: "{mail} 的订单。"}
        - end: seen
      """;

  @Test
  void another_flow_is_run_with_what_is_known_and_brings_back_what_it_asks() throws IOException {
    Files.writeString(folder.resolve("proof.yaml"), INNER);
    var proved =
        """
        - shopper: where is my order LL20481234
        - bot: Which mail?
        - shopper: anna@example.com
        - bot: Is anna@example.com yours?
        - presses: yes
        - bot: Proved.
        - ends: proved
        - bot: Order of anna@example.com.
        - ends: seen
        """;
    assertThat(reports(OUTER, proved)).isEmpty();
    var denied =
        """
        - shopper: where is my order LL20481234
        - shopper: anna@example.com
        - presses: no
        - bot: I see.
        - ends: foreign
        - hands_over: not_theirs
        """;
    assertThat(reports(OUTER, denied)).isEmpty();
    var left =
        """
        - shopper: where is my order LL20481234
        - shopper: forget it
        - bot: All right, I'll leave it there.
        - ends: left
        - ends: left
        """;
    assertThat(reports(OUTER, left)).isEmpty();
  }

  @Test
  void what_a_flow_says_of_another_one_is_checked_and_spoils_no_third() throws IOException {
    Files.writeString(folder.resolve("proof.yaml"), INNER);
    assertThat(problems(OUTER.replace("run: proof", "run: prof")))
        .containsExactly("7:5: unknown flow prof, or it has mistakes; did you mean proof?");
    assertThat(problems(OUTER.replace("foreign:", "foreigner:")))
        .anyMatch(
            line -> line.contains("flow proof never ends in foreigner; did you mean foreign?"));
    Files.writeString(
        folder.resolve("proof.yaml"),
        INNER.replace("- collect: mail", "- run: try\n  - collect: mail"));
    assertThat(problems(OUTER)).anyMatch(line -> line.contains("flow proof runs this one again"));
    Files.writeString(
        folder.resolve("proof.yaml"), INNER.replace("collect: mail", "collect: male"));
    Files.writeString(folder.resolve("sound.yaml"), INNER);
    problems(OUTER);
    assertThat(FlowFiles.read(folder).flows()).extracting(Flow::id).containsExactly("sound");
  }

  @Test
  void a_condition_decides_which_of_two_flows_an_intent_starts() throws IOException {
    var plain = "triggers: [track_order]\nsteps: [{say: {en: A, zh: 甲}}, {end: plain}]\n";
    var title = "title: {en: Look, zh: 查}\n";
    Files.writeString(folder.resolve("a.yaml"), title + plain);
    var signed = title + plain.replace("track_order]", "{intent: track_order, signed_in: yes}]");
    assertThat(reports(signed, "- shopper: where is my parcel\n- bot: A\n- ends: plain\n"))
        .isEmpty();
    var flows = Flows.load(folder);
    var message = new RuleInterpreter().understand("where is my parcel", Optional.empty());
    assertThat(flows.startedBy("track_order", message, true)).contains("try");
    assertThat(flows.startedBy("track_order", message, false)).contains("a");
    assertThat(flows.startedBy("track_order")).containsExactlyInAnyOrder("a", "try");

    problems(
        title + plain.replace("track_order]", "{intent: track_order, mentions: order_number}]"));
    var order = new RuleInterpreter().understand("track LL20481234", Optional.empty());
    assertThat(Flows.load(folder).startedBy("track_order", order, false)).contains("try");
    assertThat(Flows.load(folder).startedBy("track_order", message, false)).contains("a");
    assertThat(problems(title + plain.replace("track_order]", "{intent: track_order}]")))
        .anyMatch(line -> line.contains("a trigger with fields must have a condition"));
  }

  private List<String> reports(String flow, String talk) throws IOException {
    var conversation =
        "conversations:\n  - name: told\n    language: en\n    signed_in: anna\n    talk:\n";
    Files.writeString(folder.resolve("try.yaml"), flow + conversation + talk.indent(6));
    var flows = Flows.load(folder);
    return RuleRehearsal.of(flows).runAll(flows).stream()
        .filter(verdict -> !verdict.passed())
        .map(Verdict::report)
        .toList();
  }

  private List<String> problems(String flow) throws IOException {
    Files.writeString(folder.resolve("try.yaml"), flow);
    return FlowFiles.read(folder).problems().stream()
        .map(
            problem ->
                problem.place().line() + ":" + problem.place().column() + ": " + problem.rule())
        .toList();
  }
}
