package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.dialog.reading.FlowFiles;
import deskbell.dialog.reading.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in flow files. Long because each has its file, its line and its message. */
class FlowFilesTest {
  private static final String HEAD =
      """
      title: {en: Try, zh: 试试}
      triggers: [try]
      slots:
        order:
          type: order_number
          question: {en: Which, zh: 哪个}
          hint: {en: No, zh: 不对}
          differently: {en: Else, zh: 换}
      """;

  @TempDir Path folder;

  @Test
  void a_sound_flow_has_no_problem() throws IOException {
    assertThat(problems(HEAD + "steps:\n  - collect: order\n  - hand_over: done\n")).isEmpty();
  }

  @Test
  void an_unknown_slot_is_named_with_its_line_and_a_guess() throws IOException {
    assertThat(problems(HEAD + "steps:\n  - collect: ordr\n  - hand_over: done\n"))
        .containsExactly("10:14: unknown slot ordr; did you mean order?");
  }

  @Test
  void an_unknown_step_is_named() throws IOException {
    assertThat(problems(HEAD + "steps:\n  - collect: order\n  - jump: nowhere\n"))
        .containsExactly("11:11: unknown step nowhere; known: order, 2");
  }

  @Test
  void a_missing_language_is_named() throws IOException {
    assertThat(
            problems(HEAD + "steps:\n  - collect: order\n  - say: {en: Hi}\n  - hand_over: done\n"))
        .containsExactly("11:10: say lacks zh: a language is missing");
  }

  @Test
  void a_step_that_is_never_reached_is_named() throws IOException {
    assertThat(
            problems(
                HEAD
                    + "steps:\n"
                    + "  - collect: order\n"
                    + "  - hand_over: done\n"
                    + "  - say: {en: a, zh: b}\n"
                    + "  - hand_over: too\n"))
        .containsExactly("12:5: step 3 is never reached");
  }

  @Test
  void steps_that_lead_nowhere_are_named() throws IOException {
    assertThat(problems(HEAD + "steps:\n  - collect: order\n"))
        .containsExactly("10:5: nothing follows step order: finish with end, hand_over or jump");
  }

  @Test
  void a_placeholder_that_nothing_fills_is_named() throws IOException {
    assertThat(
            problems(
                HEAD
                    + "steps:\n"
                    + "  - collect: order\n"
                    + "  - say: {en: \"On {eta:date}\", zh: 到}\n"
                    + "  - hand_over: done\n"))
        .containsExactly("11:19: nothing fills eta before step 2; known: order, intent, signed_in");
  }

  @Test
  void a_placeholder_that_may_be_empty_belongs_in_brackets() throws IOException {
    var call = "  - call: find_order\n    with: [order]\n    on: {otherwise: [end: no]}\n";
    assertThat(
            problems(
                HEAD
                    + "steps:\n  - collect: order\n"
                    + call.replace("[end: no]", "[{hand_over: failed}]")
                    + "  - say: {en: \"On {eta}[[, {tracking}]] {status}\", zh: 到}\n"
                    + "  - hand_over: done\n"))
        .containsExactly(
            "14:19: eta may be empty at step 3; put it in [[ ]] or branch on it before");
  }

  @Test
  void a_branch_makes_a_value_certain() throws IOException {
    assertThat(
            problems(
                HEAD
                    + """
                    steps:
                      - collect: order
                      - call: find_order
                        with: [order]
                        on: {otherwise: [{hand_over: failed}]}
                      - branch: eta
                        when:
                          none: [{hand_over: unknown}]
                      - say: {en: "On {eta:date}", zh: "{eta:date}到"}
                      - hand_over: done
                    """))
        .isEmpty();
  }

  @Test
  void an_unknown_format_is_named() throws IOException {
    assertThat(
            problems(
                HEAD
                    + "steps:\n"
                    + "  - collect: order\n"
                    + "  - say: {en: \"{order:dat}\", zh: 到}\n"
                    + "  - hand_over: done\n"))
        .containsExactly("11:16: say.en: unknown format dat; did you mean date?");
  }

  @Test
  void an_unknown_operation_and_an_unknown_outcome_are_named() throws IOException {
    assertThat(
            problems(
                HEAD
                    + """
                    steps:
                      - collect: order
                      - call: find_ordr
                      - call: find_order
                        with: [order]
                        on:
                          not_fund: [{hand_over: failed}]
                          otherwise: [{hand_over: failed}]
                      - hand_over: done
                    """))
        .containsExactly(
            "11:11: unknown operation find_ordr; did you mean find_order?",
            "15:7: on has no field not_fund; did you mean not_found?");
  }

  @Test
  void an_outcome_without_an_answer_is_named() throws IOException {
    assertThat(
            problems(
                HEAD
                    + "steps:\n"
                    + "  - collect: order\n"
                    + "  - call: find_order\n"
                    + "    with: [order]\n"
                    + "  - hand_over: done\n"))
        .containsExactly(
            "11:5: find_order may also end in needs_proof, not_found, too_many_tries, unavailable;"
                + " say under on: what follows, or give otherwise");
  }

  @Test
  void a_branch_on_a_value_that_never_comes_is_named() throws IOException {
    assertThat(
            problems(
                HEAD
                    + """
                    steps:
                      - collect: order
                      - call: find_order
                        with: [order]
                        on: {otherwise: [{hand_over: failed}]}
                      - branch: status
                        when:
                          shiped: [{hand_over: sent}]
                      - hand_over: done
                    """))
        .containsExactly("16:7: status is never shiped; did you mean shipped?");
  }

  @Test
  void a_loop_without_the_shopper_is_named() throws IOException {
    assertThat(
            problems(
                HEAD
                    + """
                    steps:
                      - collect: order
                      - call: find_order
                        with: [order]
                        on:
                          not_found: [{jump: order}]
                          otherwise: [{hand_over: failed}]
                      - hand_over: done
                    """))
        .containsExactly(
            "10:5: goes round for ever without asking the shopper: order → find_order →"
                + " find_order/not_found/1 → order");
  }

  @Test
  void a_loop_that_forgets_what_it_asks_is_allowed() throws IOException {
    assertThat(
            problems(
                HEAD
                    + """
                    steps:
                      - collect: order
                      - call: find_order
                        with: [order]
                        on:
                          not_found: [{forget: order}, {jump: order}]
                          otherwise: [{hand_over: failed}]
                      - hand_over: done
                    """))
        .isEmpty();
  }

  @Test
  void a_write_without_a_confirm_is_refused() throws IOException {
    assertThat(
            problems(
                HEAD
                    + """
                    steps:
                      - collect: order
                      - call: cancel_order
                        with: [order]
                        on: {otherwise: [{hand_over: failed}]}
                      - hand_over: done
                    """))
        .containsExactly(
            "11:5: cancel_order changes something, but can be reached without a confirm");
  }

  @Test
  void an_end_without_a_word_is_refused() throws IOException {
    assertThat(
            problems(
                HEAD
                    + """
                    steps:
                      - collect: order
                      - branch: signed_in
                        when:
                          yes: [{say: {en: Hi, zh: 您好}}]
                      - end: done
                    """))
        .containsExactly(
            "14:5: the flow may end here without a word to the shopper's last message;"
                + " say something before");
  }

  @Test
  void two_steps_of_one_name_need_names_of_their_own() throws IOException {
    assertThat(
            problems(
                HEAD + "steps:\n  - collect: order\n  - collect: order\n  - hand_over: done\n"))
        .first()
        .asString()
        .startsWith("11:5: two steps are named order; the first is at ");
  }

  @Test
  void yaml_that_is_broken_is_named_with_its_place() throws IOException {
    assertThat(problems("title: {en: Try\ntriggers: [try]\n"))
        .containsExactly(
            "2:9: is not YAML: expected ',' or '}', but got :; inside { } and [ ] a text with a"
                + " comma, a colon or a question mark needs quotes");
  }

  @Test
  void a_key_that_stands_twice_is_named() throws IOException {
    assertThat(
            problems(HEAD + "triggers: [other]\nsteps:\n  - collect: order\n  - hand_over: done\n"))
        .containsExactly("9:1: triggers stands twice; first on line 2");
  }

  @Test
  void aliases_that_multiply_are_refused() throws IOException {
    assertThat(problems("title: &a {en: Try, zh: 试}\ntriggers: [*a, *a]\nsteps: []\n"))
        .contains("1:8: is used again by an alias; write it out");
  }

  @Test
  void all_mistakes_of_all_files_are_found_at_once() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), "");
    Files.write(folder.resolve("latin.yaml"), "title: é".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems(HEAD + "steps:\n  - collect: ordr\n  - end: Done\n  - nothing: 1\n"))
        .containsExactly(
            "1:1: is not UTF-8",
            "1:1: is empty",
            "10:14: unknown slot ordr; did you mean order?",
            "11:10: end Done must begin with a small letter and have only a-z, 0-9, _ and -",
            "12:5: a step must have exactly one of collect, call, branch, say, confirm, set,"
                + " forget, run, hand_over, jump, end");
  }

  @Test
  void two_flows_of_one_trigger_are_refused() throws IOException {
    var flow = HEAD + "steps:\n  - collect: order\n  - hand_over: done\n";
    Files.writeString(folder.resolve("again.yaml"), flow);
    assertThat(problems(flow)).containsExactly("2:11: trigger try already starts flow again");
  }

  @Test
  void loading_fails_with_the_excerpt() throws IOException {
    Files.writeString(
        folder.resolve("try.yaml"), HEAD + "steps:\n  - collect: ordr\n  - hand_over: done\n");

    assertThatThrownBy(() -> Flows.load(folder))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("try.yaml:10:14: unknown slot ordr; did you mean order?")
        .hasMessageContaining("      - collect: ordr\n                 ^");
  }

  private List<String> problems(String text) throws IOException {
    Files.writeString(folder.resolve("try.yaml"), text);
    return FlowFiles.read(folder).problems().stream().map(FlowFilesTest::brief).toList();
  }

  private static String brief(Problem problem) {
    return problem.place().line() + ":" + problem.place().column() + ": " + problem.rule();
  }
}
