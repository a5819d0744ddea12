package deskbell.answering.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.grounding.Grounding;
import deskbell.conversation.Language;
import deskbell.training.material.AskedKindsTrainer;
import deskbell.training.material.ShortAnswer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedScorerTest {
  private static final String WRITTEN = "It costs £3.95. It takes 3 working days. Just ask us.";

  @ParameterizedTest
  @CsvSource({
    "Delivery is £3.95., money",
    "退货免费。, money",
    "We reply within 2 hours., minutes",
    "周一至周五营业。, weekday",
    "Just ask us., nothing"
  })
  void kinds_are_what_the_values_of_a_text_are(String text, String kind) {
    assertThat(AskedScorer.kinds(text)).contains(kind);
  }

  @Test
  void prices_are_of_one_kind_in_whatever_currency() {
    assertThat(Grounding.kinds("£5, €5, $5, 5 元 or free")).containsExactly("money");
  }

  @Test
  void what_a_question_asks_for_is_learnt_from_what_answers_it() {
    var learnt = new ArrayList<ShortAnswer>();
    for (var thing :
        List.of(
            "tent", "lamp", "desk", "rug", "sofa", "kettle", "coat", "hat", "mug", "bike", "oven",
            "rope")) {
      learnt.add(answer("how much is the " + thing, 0));
      learnt.add(answer("what does a " + thing + " cost", 0));
      learnt.add(answer("how long does the " + thing + " take", 1));
      learnt.add(answer("how many days for a " + thing, 1));
      learnt.add(answer("can i pick my " + thing, 2));
    }
    var scorer = new AskedScorer(AskedKindsTrainer.train(learnt));
    var parts = List.of("A bell is €7.", "A bell takes 9 working days.", "Tell us which one.");
    assertThat(best(scorer.scores("how much is a bell", parts))).isZero();
    assertThat(best(scorer.scores("how long does a bell take", parts))).isEqualTo(1);
    assertThat(best(scorer.scores("can i pick it", parts))).isEqualTo(2);
    assertThat(scorer.scores("how long?", List.of("It is 30 metres."))).containsExactly(0.0);
  }

  private static int best(List<Double> scores) {
    return scores.indexOf(scores.stream().max(Double::compare).orElseThrow());
  }

  private static ShortAnswer answer(String question, int part) {
    return new ShortAnswer(
        Language.EN, question, WRITTEN, List.of("whatever"), List.of(List.of(part)));
  }
}
