package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.CallResult;
import deskbell.conversation.Choice;
import deskbell.conversation.Identity;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a message does to the flows that are open. Long because the shipped flows are told one story
 * a rule.
 */
class FlowDialogueTest {
  private static final String TRACK = "track-order";
  private static final String CANCEL = "cancel-order";
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneOffset.UTC);
  private static final Flows FLOWS = Flows.load(Path.of("dialog-flows"));

  private final Dialogue dialogue = new FlowDialogue(FLOWS);
  private final RuleInterpreter interpreter = new RuleInterpreter();

  @Test
  void entities_of_the_first_message_fill_slots_and_the_shop_is_called() {
    var outcome = start(TRACK, "where is my order LL20481234, anna@example.com");

    assertThat(outcome.acts())
        .containsExactly(
            new Act.CallShop(
                "track-order/look_up",
                "find_order",
                Map.of("order", "LL20481234", "email", "anna@example.com")));
  }

  @Test
  void an_answer_in_another_order_is_noted_and_the_question_stays() {
    var asked = start(TRACK, "where is my parcel");

    var outcome = dialogue.hear(asked.state(), heard("my email is anna@example.com"));

    assertThat(texts(outcome))
        .containsExactly("Noted: e-mail anna@example.com.", texts(asked).getFirst());
    assertThat(top(outcome).slots()).containsEntry("email", "anna@example.com");
  }

  @Test
  void a_message_that_does_not_fit_leaves_the_state_alone() {
    var asked = start(TRACK, "where is my parcel");

    var outcome = dialogue.hear(asked.state(), heard("do you sell umbrellas?"));

    assertThat(outcome.acts()).containsExactly(new Act.NotForMe("order"));
    assertThat(outcome.state()).isEqualTo(asked.state());
  }

  @Test
  void another_flow_interrupts_even_with_an_order_number_in_the_message() {
    var asked = start(TRACK, "where is my order LL20481234");

    var outcome = dialogue.hear(asked.state(), heard("cancel the order LL20481235"));

    assertThat(outcome.acts()).hasOnlyElementsOfType(Act.NotForMe.class);
  }

  @Test
  void an_answer_takes_the_misses_back() {
    var missed = dialogue.missed(start(CANCEL, "cancel my order").state(), heard("hm"));

    var outcome = dialogue.hear(missed.state(), heard("LL20481234"));

    assertThat(top(outcome).misses()).isZero();
  }

  @Test
  void a_corrected_order_is_looked_up_again_and_old_facts_are_gone() {
    var proposed = proposed();

    var outcome = dialogue.hear(proposed.state(), heard("no, it's LL20481235"));

    assertThat(outcome.acts())
        .singleElement()
        .isInstanceOfSatisfying(
            Act.CallShop.class,
            call -> assertThat(call.arguments()).containsEntry("order", "LL20481235"));
    var found = dialogue.resume(outcome.state(), ok("status", "paid"), heard("x"));
    assertThat(texts(found)).last().asString().contains("LL20481235").doesNotContain("Lamp");
  }

  @Test
  void a_yes_with_a_condition_is_no_yes() {
    var outcome =
        dialogue.hear(proposed().state(), affirmed("yes but only the second item of the two"));

    assertThat(outcome.acts()).hasOnlyElementsOfType(Act.NotForMe.class);
  }

  @Test
  void a_pressed_button_counts_only_where_it_is_offered() {
    var asked = start(CANCEL, "cancel my order");

    var outcome = dialogue.hear(asked.state(), pressed("yes", "Yes, cancel it"));

    assertThat(outcome.acts()).hasOnlyElementsOfType(Act.NotForMe.class);
  }

  @Test
  void a_second_flow_waits_on_top_and_the_first_asks_again_when_it_ends() {
    var cancelling = start(CANCEL, "cancel my order");

    var tracking =
        dialogue.start(
            cancelling.state(), TRACK, heard("where is my order LL20481234, anna@example.com"));
    var told = dialogue.resume(tracking.state(), ok("status", "packing"), heard("x"));

    assertThat(tracking.state().flows()).extracting(OpenFlow::flow).containsExactly(CANCEL, TRACK);
    assertThat(told.acts()).contains(new Act.Ended(TRACK, "tracked"));
    assertThat(texts(told))
        .last()
        .asString()
        .startsWith("Back to “Cancel an order”. Which order would you like to cancel?");
    assertThat(top(told).flow()).isEqualTo(CANCEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no, track it",
        "actually no, track it",
        "track it instead",
        "先别取消，查一下它",
        "还是查一下它吧"
      })
  void a_flow_takes_the_place_of_one_that_is_not_wanted_any_more(String text) {
    var tracking = dialogue.start(proposed().state(), TRACK, heard(text));

    assertThat(tracking.acts()).contains(new Act.Ended(CANCEL, FlowDialogue.LEFT));
    assertThat(tracking.state().flows()).extracting(OpenFlow::flow).containsExactly(TRACK);
    assertThat(top(tracking).slots()).containsEntry("order", "LL20481234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't cancel it yet",
        "ok keep it",
        "please do not cancel my order any more",
        "hold on, dont cancel that",
        "等一下，先别取消，我想改地址",
        "不想取消了"
      })
  void a_proposal_is_turned_down_in_the_words_of_what_is_not_to_be_done(String text) {
    var kept = dialogue.hear(proposed().state(), heard(text));

    assertThat(kept.acts()).contains(new Act.Ended(CANCEL, "kept"));
  }

  @Test
  void a_flow_on_top_knows_what_the_one_below_has_asked() {
    var tracking = start(TRACK, "where is my order LL20481234");

    var cancelling = dialogue.start(tracking.state(), CANCEL, heard("cancel it"));

    assertThat(top(cancelling).slots()).containsEntry("order", "LL20481234");
  }

  @Test
  void no_more_than_three_flows_wait() {
    var state = start(TRACK, "where is my parcel").state();
    for (var flow : List.of(CANCEL, "invoice", "return-item")) {
      state = dialogue.start(state, flow, heard("hm")).state();
    }

    assertThat(state.flows())
        .extracting(OpenFlow::flow)
        .containsExactly(CANCEL, "invoice", "return-item");
  }

  @Test
  void a_flow_that_is_started_again_is_not_open_twice() {
    var state = start(TRACK, "where is my parcel").state();
    state = dialogue.start(state, CANCEL, heard("cancel")).state();

    state = dialogue.start(state, TRACK, heard("where is my parcel")).state();

    assertThat(state.flows()).extracting(OpenFlow::flow).containsExactly(CANCEL, TRACK);
  }

  @Test
  void a_signed_in_shopper_is_not_asked_for_proof() {
    var heard =
        new Heard(
            understood("where is my order LL20481234"),
            Optional.empty(),
            Optional.of(new Identity("anna")),
            NOW);

    assertThat(dialogue.start(DialogState.IDLE, TRACK, heard).acts())
        .containsExactly(
            new Act.CallShop("track-order/look_up", "find_order", Map.of("order", "LL20481234")));
  }

  @Test
  void an_answer_of_the_shop_that_lacks_what_it_promises_counts_as_none() {
    var called = start(TRACK, "where is my order LL20481234, anna@example.com");

    var outcome = dialogue.resume(called.state(), ok("colour", "green"), heard("x"));

    assertThat(outcome.state().flows().getLast().step()).isEqualTo("colleague_instead");
  }

  @Test
  void a_call_whose_answer_was_lost_counts_as_unanswered_and_is_not_made_again() {
    var called = start(TRACK, "where is my order LL20481234, anna@example.com");

    var outcome = dialogue.hear(called.state(), heard("hello?"));

    assertThat(outcome.acts()).noneMatch(Act.CallShop.class::isInstance);
    assertThat(outcome.state().flows().getLast().step()).isEqualTo("colleague_instead");
  }

  @Test
  void a_flow_that_was_removed_ends_with_an_honest_sentence() {
    var state = state(new OpenFlow("gone-flow", "order", Map.of(), Map.of(), 0));

    var outcome = dialogue.hear(state, heard("LL20481234"));

    assertThat(texts(outcome)).singleElement().asString().contains("I've lost my place");
    assertThat(outcome.acts()).contains(new Act.Ended("gone-flow", "gone"));
    assertThat(outcome.state()).isEqualTo(DialogState.IDLE);
  }

  @Test
  void a_step_that_was_removed_gives_way_to_the_flow_below() {
    var state =
        state(
            new OpenFlow(CANCEL, "order", Map.of(), Map.of(), 0),
            new OpenFlow(TRACK, "former", Map.of(), Map.of(), 0));

    var outcome = dialogue.hear(state, heard("LL20481234"));

    assertThat(texts(outcome)).hasSize(2).last().asString().startsWith("Back to");
    assertThat(top(outcome).flow()).isEqualTo(CANCEL);
  }

  @Test
  void a_state_of_an_unknown_version_ends_with_an_honest_sentence() {
    var state = new DialogState(99, List.of(new OpenFlow(TRACK, "order", Map.of(), Map.of(), 0)));

    for (var outcome :
        List.of(
            dialogue.hear(state, heard("LL20481234")),
            dialogue.resume(state, ok("status", "paid"), heard("x")),
            dialogue.missed(state, heard("x")),
            dialogue.remind(state, heard("x")))) {
      assertThat(texts(outcome)).singleElement().asString().contains("I've lost my place");
      assertThat(outcome.state()).isEqualTo(DialogState.IDLE);
    }
  }

  @Test
  void a_flow_that_is_not_there_cannot_start() {
    var outcome = dialogue.start(DialogState.IDLE, "nowhere", heard("x"));

    assertThat(outcome.acts()).contains(new Act.Ended("nowhere", "gone"));
  }

  @Test
  void an_argument_that_an_edited_flow_no_longer_fills_ends_it_before_the_shop_is_called() {
    var state = state(new OpenFlow(CANCEL, "confirm", Map.of(), Map.of(), 0));

    var outcome = dialogue.hear(state, pressed("yes", "Yes, cancel it"));

    assertThat(outcome.acts()).contains(new Act.Ended(CANCEL, "gone"));
    assertThat(outcome.acts()).noneMatch(Act.CallShop.class::isInstance);
  }

  @Test
  void what_the_shop_says_cannot_become_markdown() {
    var called = start(CANCEL, "cancel my order LL20481234, anna@example.com");

    var outcome =
        dialogue.resume(
            called.state(),
            new CallResult(
                "ok",
                Map.of(
                    "status", "paid", "items", "[a](http://x) **b** <i>", "total", "GBP 1234.50")),
            heard("x"));

    assertThat(texts(outcome))
        .last()
        .asString()
        .contains("\\[a\\](http://x) \\*\\*b\\*\\* \\<i\\>")
        .contains("£1,234.50");
  }

  @Test
  void a_reminder_can_be_turned_down_by_a_button() {
    var asked = start(TRACK, "where is my parcel");
    var reminded = dialogue.remind(asked.state(), chinese("嗯"));
    var leave = ((Act.Say) reminded.acts().getFirst()).reply().choices().getLast();

    var outcome = dialogue.hear(asked.state(), pressed(leave.value(), leave.label()));

    assertThat(leave).isEqualTo(new Choice("先不办了", leave.value()));
    assertThat(outcome.acts()).contains(new Act.Ended(TRACK, "left"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes, cancel it",
        "yes cancel it please",
        "好的，取消吧",
        "对，取消",
        "ok. cancel the order"
      })
  void a_yes_may_repeat_what_is_agreed_to(String text) {
    var outcome = dialogue.hear(proposed().state(), misunderstood(text, "cancel_order"));

    assertThat(outcome.acts())
        .singleElement()
        .isInstanceOfSatisfying(
            Act.CallShop.class, call -> assertThat(call.operation()).isEqualTo("cancel_order"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "取消", "yes, no", "我要取消这个订单", "好，别取消"})
  void nothing_is_changed_by_words_that_are_no_plain_yes(String text) {
    var outcome = dialogue.hear(proposed().state(), misunderstood(text, "cancel_order"));

    assertThat(outcome.acts()).hasOnlyElementsOfType(Act.Say.class);
    assertThat(top(outcome).misses()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok, never mind",
        "ok leave it then",
        "alright leave it then",
        "alright keep the order then",
        "那就算了吧",
        "okay then stop"
      })
  void a_yes_beside_a_word_that_leaves_agrees_to_nothing(String text) {
    var outcome = dialogue.hear(proposed().state(), misunderstood(text, "affirm"));

    assertThat(outcome.acts()).noneMatch(Act.CallShop.class::isInstance);
  }

  @Test
  void saying_again_what_is_wanted_does_not_begin_again() {
    var asked =
        dialogue.start(DialogState.IDLE, CANCEL, misunderstood("cancel it", "cancel_order"));

    var outcome = dialogue.hear(asked.state(), misunderstood("just cancel it", "cancel_order"));

    assertThat(top(outcome).misses()).isEqualTo(1);
    assertThat(texts(outcome)).doesNotContainAnyElementsOf(texts(asked));
  }

  /** At the question for the address that the invoice goes to. */
  private Outcome invoicedFor(String proof) {
    var asked = start("invoice", "invoice for LL20481234, for me, " + proof);
    var named = dialogue.resume(asked.state(), ok("status", "paid"), heard("x"));
    return dialogue.hear(named.state(), heard("Anna Reed"));
  }

  @Test
  void pointing_at_the_only_offer_takes_it() {
    var outcome =
        dialogue.hear(
            invoicedFor("anna@example.com").state(),
            misunderstood("the e-mail you have", "contact_info"));

    assertThat(texts(outcome)).last().asString().contains("sent to anna@example.com. Shall I?");
  }

  @Test
  void what_is_briefly_called_wrong_is_asked_again_whatever_it_sounds_like() {
    var proposed =
        dialogue.hear(invoicedFor("anna@example.com").state(), heard("anna@example.com"));

    var outcome =
        dialogue.hear(proposed.state(), misunderstood("the name is wrong", "change_address"));

    assertThat(texts(outcome)).containsExactly("Which name should stand on it?");
  }

  @ParameterizedTest
  @CsvSource({
    "0.7, 'sorry, please cancel LL20481235', true",
    "0.9, 'sorry, please cancel LL20481235', false",
    "0.9, 'sorry, it''s LL20481235', true"
  })
  void a_correction_goes_to_another_flow_only_where_it_asks_for_that_and_surely(
      double like, String text, boolean corrects) {
    var asked = start(TRACK, "where is my order LL20481234");
    var plain = understood(text);
    var heard =
        new Understood(
            plain.text(),
            Language.EN,
            plain.entities(),
            List.of(new IntentScore("cancel_order", like)));

    var outcome =
        dialogue.hear(asked.state(), new Heard(heard, Optional.empty(), Optional.empty(), NOW));

    assertThat(outcome.acts().stream().noneMatch(Act.NotForMe.class::isInstance))
        .isEqualTo(corrects);
    assertThat(top(outcome).slots().get("order")).isEqualTo(corrects ? "LL20481235" : "LL20481234");
  }

  @Test
  void naming_what_is_asked_for_is_an_attempt_to_answer() {
    var mailed = invoicedFor("phone ends in 8812");

    var outcome =
        dialogue.hear(mailed.state(), misunderstood("the e-mail you have", "contact_info"));

    assertThat(texts(outcome)).last().asString().startsWith("That isn't an e-mail address");
    assertThat(
            dialogue
                .hear(
                    mailed.state(),
                    misunderstood("I want a new e-mail in my account", "edit_account"))
                .acts())
        .containsExactly(new Act.NotForMe("invoice_email"));
  }

  @Test
  void titles_say_what_a_flow_does() {
    assertThat(dialogue.title(CANCEL, Language.EN)).isEqualTo("Cancel an order");
    assertThat(dialogue.title(CANCEL, Language.ZH)).isEqualTo("取消订单");
    assertThat(dialogue.flowsFor("cancel_order")).contains(CANCEL);
    assertThat(dialogue.flowsFor("greet")).isEmpty();
  }

  /** A conversation that waits for the yes to cancelling LL20481234. */
  private Outcome proposed() {
    var called = start(CANCEL, "cancel my order LL20481234, anna@example.com");
    var found =
        new CallResult("ok", Map.of("status", "paid", "items", "Lamp", "total", "GBP 49.00"));
    return dialogue.resume(called.state(), found, heard("x"));
  }

  private Outcome start(String flow, String text) {
    return dialogue.start(DialogState.IDLE, flow, heard(text));
  }

  private Heard heard(String text) {
    return new Heard(understood(text), Optional.empty(), Optional.empty(), NOW);
  }

  private static Heard chinese(String text) {
    var understood = new RuleInterpreter().understand(text, Optional.of(Language.ZH));
    return new Heard(understood, Optional.empty(), Optional.empty(), NOW);
  }

  /** Words that the model is sure of, rightly or wrongly. */
  private static Heard misunderstood(String text, String intent) {
    var understood =
        new Understood(text, Language.EN, List.of(), List.of(new IntentScore(intent, 0.95)));
    return new Heard(understood, Optional.empty(), Optional.empty(), NOW);
  }

  private Heard pressed(String value, String label) {
    return new Heard(understood(label), Optional.of(value), Optional.empty(), NOW);
  }

  private Heard affirmed(String text) {
    var understood =
        new Understood(text, Language.EN, List.of(), List.of(new IntentScore("affirm", 0.9)));
    return new Heard(understood, Optional.empty(), Optional.empty(), NOW);
  }

  private Understood understood(String text) {
    return interpreter.understand(text, Optional.of(Language.EN));
  }

  private static CallResult ok(String fact, String value) {
    return new CallResult("ok", Map.of(fact, value));
  }

  private static DialogState state(OpenFlow... flows) {
    return new DialogState(DialogState.VERSION, List.of(flows));
  }

  private static OpenFlow top(Outcome outcome) {
    return outcome.state().flows().getLast();
  }

  private static List<String> texts(Outcome outcome) {
    return outcome.acts().stream()
        .filter(Act.Say.class::isInstance)
        .map(act -> ((Act.Say) act).reply().text())
        .toList();
  }
}
