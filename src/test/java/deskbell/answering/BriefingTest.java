package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Handover;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.DialogState;
import deskbell.dialog.Disclosed;
import deskbell.dialog.Heard;
import deskbell.dialog.OpenFlow;
import deskbell.dialog.Said;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefingTest {
  private static final Handover ASKED = new Handover("asked", Map.of());

  @Test
  void the_newest_word_on_a_slot_holds() {
    var open = new OpenFlow("cancel-order", "confirm", Map.of("order", "LL2"), Map.of(), 0);
    var known = Map.of("order", new Said("LL1", 1), "email", new Said("a@example.com", 1));
    var state = new DialogState(DialogState.VERSION, List.of(open), Map.of(), known);

    var summary =
        briefing(
            new Disclosed(state, true), new Handover("asked", Map.of("question", "Shall I?")), 0);

    assertThat(summary)
        .containsEntry("order", "LL2")
        .containsEntry("email", "a@example.com")
        .containsEntry("order_number", "LL3")
        .containsEntry("flow", "cancel-order")
        .containsEntry("question", "Shall I?")
        .containsEntry("last_question", "and LL3?")
        .containsEntry("language", "en")
        .containsEntry("intent", "track_order");
  }

  @ParameterizedTest
  @CsvSource({"asked,0,calm", "asked,1,upset", "safety,0,calm", "anger,0,angry", "legal,0,angry"})
  void the_mood_is_that_of_the_words_and_of_the_reason(String reason, int upset, String mood) {
    var nothing = new Disclosed(DialogState.IDLE, true);
    assertThat(briefing(nothing, new Handover(reason, Map.of()), upset))
        .containsEntry("mood", mood);
  }

  @Test
  void an_answer_that_stays_in_its_flow_is_left_to_the_transcript() {
    var summary = briefing(new Disclosed(DialogState.IDLE, false), ASKED, 0);

    assertThat(summary).doesNotContainKeys("last_question", "order_number");
  }

  private static Map<String, String> briefing(Disclosed known, Handover handover, int upset) {
    var turn =
        new Turn(
            ConversationId.random(),
            1,
            1,
            1,
            new Ask.Say("and LL3?"),
            Language.EN,
            Optional.empty(),
            "address",
            Memory.EMPTY,
            List.of());
    var understood =
        new Understood(
            "and LL3?",
            Language.EN,
            List.of(new Entity(EntityType.ORDER_NUMBER, "LL3", 4, 7)),
            List.of(new IntentScore("track_order", 0.9)));
    var now = Instant.EPOCH.atZone(ZoneOffset.UTC);
    var heard = new Heard(understood, Optional.empty(), Optional.empty(), now);
    return Briefing.of(turn, known, heard, handover, upset);
  }
}
