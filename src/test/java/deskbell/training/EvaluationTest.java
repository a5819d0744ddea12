package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final List<Example> EXAMPLES =
      List.of(
          example("a right", "a"),
          example("a wrong", "a"),
          example("b right", "b"),
          example("far right", IntentScore.OUT_OF_SCOPE));

  @Test
  void shares_are_counted_over_what_they_speak_of() {
    var evaluation = Evaluation.of(EXAMPLES, EvaluationTest::predict);
    assertThat(evaluation.accuracy()).isEqualTo(0.75);
    assertThat(evaluation.inScopeAccuracy()).isEqualTo(2.0 / 3, within(1e-9));
    assertThat(evaluation.outOfScopeRecall()).isEqualTo(1);
    assertThat(evaluation.outOfScopePrecision()).isEqualTo(0.5);
  }

  @Test
  void macro_f1_is_the_mean_over_intents() {
    var evaluation = Evaluation.of(EXAMPLES, EvaluationTest::predict);
    assertThat(evaluation.macroF1()).isEqualTo((2.0 / 3 + 1 + 2.0 / 3) / 3, within(1e-9));
  }

  @Test
  void the_calibration_error_is_the_mean_gap_of_confidence_and_truth() {
    var evaluation = Evaluation.of(EXAMPLES, EvaluationTest::predict);
    assertThat(evaluation.calibrationError()).isEqualTo(0.05, within(1e-9));
  }

  @Test
  void confusions_are_named() {
    assertThat(Evaluation.of(EXAMPLES, EvaluationTest::predict).confusions())
        .containsExactly(new Evaluation.Confusion("a", IntentScore.OUT_OF_SCOPE, 1));
  }

  private static IntentScore predict(Example example) {
    var intent = example.text().endsWith("right") ? example.intent() : IntentScore.OUT_OF_SCOPE;
    return new IntentScore(intent, 0.8);
  }

  private static Example example(String text, String intent) {
    return new Example(text, Language.EN, intent);
  }
}
