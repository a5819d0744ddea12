package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Speaker.Kind;
import deskbell.answering.Spoken.Kept;
import deskbell.answering.Spoken.Said;
import deskbell.answering.Spoken.Why;
import deskbell.answering.Spoken.Words;
import deskbell.answering.excerpt.Excerpts;
import deskbell.answering.excerpt.Scorer;
import deskbell.answering.grounding.Names;
import deskbell.conversation.Busy;
import deskbell.conversation.Language;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.neural.Written;
import deskbell.understanding.SpeakingRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundedSpeakerTest {
  private static final String ARTICLE =
      """
      Standard delivery is £3.95, and free from £50.

      Faster:

      - Next day with DPD: £5.95, before 14:00.
      - On a **day you choose**: £6.95.
      """;

  /** Finds the texts likely that hold a question and little else. */
  private static final Scorer BY_WORDS =
      (question, texts) ->
          texts.stream()
              .map(text -> text.contains(question) ? -text.length() / 10.0 : -15.0)
              .toList();

  private static final SpeakingRule LIKELY =
      new SpeakingRule(List.of(0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0), 0.9, Math.log(0.5));

  @Test
  void the_part_that_is_asked_for_is_said_in_the_models_words_where_it_is_sure() {
    var speaker =
        speaker(
            BY_WORDS,
            (_, facts) -> {
              assertThat(facts).containsExactly("Standard delivery is {1}, and free from {2}.");
              return written("Standard delivery is {1}.", 0.6);
            });
    assertThat(speaker.speak(Kind.FACTS, Language.EN, "Standard", ARTICLE))
        .isEqualTo(new Said("Standard delivery is £3.95.", Words.MODEL, Math.exp(Math.log(0.6))));
  }

  @Test
  void where_the_model_is_not_sure_or_wrong_the_part_is_said_as_it_is_written() {
    for (var draft :
        List.of(
            written("Faster: on a day you choose: {1}, ", 0.4),
            written("Faster: on a day you choose: {2}.", 0.9),
            written("On a day you choose: {1}.", 0.9),
            written("It is {1}.", 0.9))) {
      var spoken =
          speaker(BY_WORDS, (_, _) -> draft).speak(Kind.FACTS, Language.EN, "choose", ARTICLE);
      assertThat(spoken)
          .isInstanceOfSatisfying(
              Said.class,
              said -> {
                assertThat(said.words()).isEqualTo(Words.ARTICLE);
                assertThat(said.text()).isEqualTo("Faster:\n\n- On a **day you choose**: £6.95.");
                assertThat(said.sure()).isGreaterThan(0.9);
              });
    }
  }

  @Test
  void where_the_models_words_are_the_parts_own_they_are_said_as_they_are_written() {
    assertThat(
            speaker(BY_WORDS, (_, _) -> written("Faster: On a day you choose: {1}.", 0.25))
                .speak(Kind.FACTS, Language.EN, "choose", ARTICLE))
        .isEqualTo(new Said("Faster:\n\n- On a **day you choose**: £6.95.", Words.MODEL, 0.25));
  }

  @Test
  void where_no_part_stands_out_or_nearly_all_is_asked_for_all_is_said_in_full() {
    assertThat(speaker(BY_WORDS).speak(Kind.FACTS, Language.EN, "delivery?", ARTICLE))
        .isEqualTo(new Kept(Why.UNSURE, ""));
    assertThat(speaker(BY_WORDS).speak(Kind.FACTS, Language.EN, "free", "It is free. Bye."))
        .isEqualTo(new Kept(Why.LONGER, ""));
  }

  @Test
  void a_busy_model_is_not_waited_for() {
    Scorer busy =
        (_, _) -> {
          throw new Busy("full");
        };
    assertThat(speaker(busy).speak(Kind.FACTS, Language.EN, "choose", ARTICLE))
        .isEqualTo(new Kept(Why.BUSY, ""));
  }

  @Test
  void small_talk_leaves_parts_out_only_where_the_model_is_sure() {
    var thanks = "You're welcome. Is there anything else?";
    assertThat(
            speaker(BY_WORDS, (_, _) -> written("You're welcome.", 0.6))
                .speak(Kind.TALK, Language.EN, "ta", thanks))
        .isInstanceOf(Said.class);
    assertThat(
            speaker(BY_WORDS, (_, _) -> written("You're welcome.", 0.4))
                .speak(Kind.TALK, Language.EN, "ta", thanks))
        .isEqualTo(new Kept(Why.UNSURE, "0.40"));
    assertThat(
            speaker(BY_WORDS, (_, _) -> written(thanks, 0.9))
                .speak(Kind.TALK, Language.EN, "ta", thanks))
        .isEqualTo(new Kept(Why.LONGER, ""));
  }

  private static GroundedSpeaker speaker(Scorer scorer) {
    return speaker(scorer, (_, _) -> written("It is {1}.", 0.1));
  }

  private static GroundedSpeaker speaker(Scorer scorer, GroundedWriter.Model model) {
    return new GroundedSpeaker(
        new Excerpts(SynonymFiles.shipped(), scorer, scorer, scorer),
        new GroundedWriter(model, () -> Names.KNOWN),
        LIKELY);
  }

  private static Written written(String text, double sure) {
    return new Written(text, Math.log(sure), 5, true);
  }
}
