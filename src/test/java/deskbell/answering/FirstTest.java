package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.DialogState;
import deskbell.dialog.Heard;
import deskbell.dialog.OpenFlow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes before everything else, and what only sounds like it. */
class FirstTest {
  private static final DialogState IN_A_FLOW =
      new DialogState(
          DialogState.VERSION, List.of(new OpenFlow("track-order", "find", Map.of(), Map.of(), 0)));
  private static final Entity ORDER = new Entity(EntityType.ORDER_NUMBER, "LL20481234", 0, 10);

  private final ScriptedDialogue dialogue = new ScriptedDialogue();
  private final First first =
      new First(new Decider(dialogue, AnsweringSettings.DEFAULTS), dialogue);

  @ParameterizedTest
  @CsvSource({
    "my kettle is smoking, safety",
    "I shall sue you, legal",
    "you hear from my solicitor, legal"
  })
  void safety_and_law_come_first_in_a_flow_and_outside(String text, String reason) {
    assertThat(in(IN_A_FLOW, text, "track_order", 0.9)).contains(new Decision.Person(reason));
    assertThat(in(DialogState.IDLE, text, "track_order", 0.9))
        .contains(new Decision.Person(reason));
  }

  @Test
  void stop_ends_an_open_flow_and_means_nothing_where_none_is() {
    assertThat(in(IN_A_FLOW, "stop", "deny", 0.9)).contains(new Decision.Stop());
    assertThat(in(DialogState.IDLE, "stop", "deny", 0.9)).isEmpty();
  }

  @Test
  void a_person_who_is_certainly_asked_for_comes_first() {
    assertThat(in(IN_A_FLOW, "get me somebody", "contact_human", 0.6)).contains(Decider.ASKED);
    assertThat(in(IN_A_FLOW, "get me somebody", "contact_human", 0.4)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"why do I need a person for this?", "为什么要转人工啊"})
  void who_asks_why_there_should_be_a_person_asks_for_none(String text) {
    assertThat(in(IN_A_FLOW, text, "contact_human", 0.99)).isEmpty();
    assertThat(in(DialogState.IDLE, text, "contact_human", 0.99))
        .contains(new Decision.Talk("why_person"));
    assertThat(in(IN_A_FLOW, text + " I'll sue you 起诉", "contact_human", 0.99))
        .containsInstanceOf(Decision.Person.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"why can't I talk to a person", "为什么不给我转人工"})
  void who_asks_why_there_is_none_asks_for_one(String text) {
    assertThat(in(IN_A_FLOW, text, "contact_human", 0.99)).contains(Decider.ASKED);
  }

  @Test
  void words_of_the_open_question_are_no_call_for_a_person() {
    // the scripted question takes whatever begins like an order number
    assertThat(in(IN_A_FLOW, "LL person", "contact_human", 0.95)).isEmpty();
    assertThat(in(DialogState.IDLE, "LL person", "contact_human", 0.95)).contains(Decider.ASKED);
  }

  @Test
  void details_in_a_flow_are_no_call_for_a_person_unless_it_is_sure() {
    assertThat(in(IN_A_FLOW, "it is LL20481234", "contact_human", 0.7, ORDER)).isEmpty();
    assertThat(in(IN_A_FLOW, "a person for LL20481234", "contact_human", 0.8, ORDER))
        .contains(Decider.ASKED);
    assertThat(in(DialogState.IDLE, "it is LL20481234", "contact_human", 0.7, ORDER))
        .contains(Decider.ASKED);
  }

  @Test
  void even_the_open_questions_words_are_a_matter_of_safety_first() {
    assertThat(in(IN_A_FLOW, "LL20481234 is on fire", "contact_human", 0.9, ORDER))
        .contains(new Decision.Person("safety"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abuse", "complaint"})
  void who_is_upset_is_noted_once_a_turn(String intent) {
    var message = message(DialogState.IDLE, 2, "this is rubbish", intent, 0.9);
    first.of(message);
    assertThat(message.draft().upsetTurns()).isEqualTo(3);
  }

  @Test
  void rudeness_brings_a_person_the_second_time() {
    assertThat(first.of(message(IN_A_FLOW, 0, "useless thing", "abuse", 0.9))).isEmpty();
    assertThat(first.of(message(IN_A_FLOW, 1, "useless thing", "abuse", 0.9)))
        .contains(new Decision.Person("anger"));
  }

  private Optional<Decision> in(
      DialogState state, String text, String intent, double confidence, Entity... entities) {
    return first.of(message(state, 0, text, intent, confidence, entities));
  }

  private static Hearing message(
      DialogState state,
      int upset,
      String text,
      String intent,
      double confidence,
      Entity... entities) {
    var turn =
        new Turn(
            ConversationId.random(),
            1,
            1,
            1,
            new Ask.Say(text),
            Language.EN,
            Optional.empty(),
            "address",
            new Memory(state, 0, List.of(), List.of(), upset),
            List.of());
    var understood =
        new Understood(
            text, Language.EN, List.of(entities), List.of(new IntentScore(intent, confidence)));
    var now = Instant.EPOCH.atZone(ZoneOffset.UTC);
    return new Hearing(
        turn, new Heard(understood, Optional.empty(), Optional.empty(), now), List.of());
  }
}
