package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.reading.FlowFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flow files say of one another: which runs which, and what starts one of several. */
class FlowsTogetherTest {
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

  @TempDir Path folder;

  @Test
  void another_flow_is_run_with_what_is_known_and_brings_back_what_it_asks() throws IOException {
    sketch().beside("proof.yaml", INNER);
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
    assertThat(sketch().differences(OUTER, proved)).isEmpty();
    var denied =
        """
        - shopper: where is my order LL20481234
        - shopper: anna@example.com
        - presses: no
        - bot: I see.
        - ends: foreign
        - hands_over: not_theirs
        """;
    assertThat(sketch().differences(OUTER, denied)).isEmpty();
    var left =
        """
        - shopper: where is my order LL20481234
        - shopper: forget it
        - bot: All right, I'll leave it there.
        - ends: left
        - ends: left
        """;
    assertThat(sketch().differences(OUTER, left)).isEmpty();
  }

  @Test
  void what_a_flow_says_of_another_one_is_checked_and_spoils_no_third() throws IOException {
    sketch().beside("proof.yaml", INNER);
    assertThat(sketch().problems(OUTER.replace("run: proof", "run: prof")))
        .containsExactly("7:5: unknown flow prof, or it has mistakes; did you mean proof?");
    assertThat(sketch().problems(OUTER.replace("foreign:", "foreigner:")))
        .anyMatch(
            line -> line.contains("flow proof never ends in foreigner; did you mean foreign?"));
    sketch()
        .beside("proof.yaml", INNER.replace("- collect: mail", "- run: try\n  - collect: mail"));
    assertThat(sketch().problems(OUTER))
        .anyMatch(line -> line.contains("flow proof runs this one again"));
    sketch().beside("proof.yaml", INNER.replace("collect: mail", "collect: male"));
    sketch().beside("sound.yaml", INNER);
    sketch().problems(OUTER);
    assertThat(FlowFiles.read(folder).flows()).extracting(Flow::id).containsExactly("sound");
  }

  @Test
  void a_condition_decides_which_of_two_flows_an_intent_starts() throws IOException {
    var plain = "triggers: [track_order]\nsteps: [{say: {en: A, zh: 甲}}, {end: plain}]\n";
    var title = "title: {en: Look, zh: 查}\n";
    sketch().beside("a.yaml", title + plain);
    var signed = title + plain.replace("track_order]", "{intent: track_order, signed_in: yes}]");
    assertThat(
            sketch()
                .differences(signed, "- shopper: where is my parcel\n- bot: A\n- ends: plain\n"))
        .isEmpty();
    var flows = sketch().flows();
    var message = new RuleInterpreter().understand("where is my parcel", Optional.empty());
    assertThat(flows.startedBy("track_order", message, true)).contains("try");
    assertThat(flows.startedBy("track_order", message, false)).contains("a");
    assertThat(flows.startedBy("track_order")).containsExactlyInAnyOrder("a", "try");

    sketch()
        .problems(
            title
                + plain.replace("track_order]", "{intent: track_order, mentions: order_number}]"));
    var order = new RuleInterpreter().understand("track LL20481234", Optional.empty());
    assertThat(sketch().flows().startedBy("track_order", order, false)).contains("try");
    assertThat(sketch().flows().startedBy("track_order", message, false)).contains("a");
    assertThat(sketch().problems(title + plain.replace("track_order]", "{intent: track_order}]")))
        .anyMatch(line -> line.contains("a trigger with fields must have a condition"));
  }

  @Test
  void two_flows_that_share_a_slot_agree_on_whether_it_is_private() throws IOException {
    sketch().beside("proof.yaml", INNER);
    assertThat(
            sketch()
                .problems(
                    OUTER.replace("mail: {type: email}", "mail: {type: email, private: yes}")))
        .containsExactly(
            "7:5: slot mail is private in one of the flows try and proof, but not in the other");
  }

  private FlowSketch sketch() {
    return new FlowSketch(folder);
  }
}
