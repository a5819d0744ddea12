package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Written;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuralRewriterTest {
  private static final List<String> BEFORE = List.of("where is order ll20481234?", "on its way.");

  @Test
  void what_the_model_is_sure_of_is_believed() {
    assertThat(believed("cancel order ll20481234 ", -0.05, true))
        .contains("cancel order ll20481234");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "cancel order ll20481234, -0.9, true, the model is unsure",
    "cancel order ll20481234, -0.05, false, it did not come to its end",
    "cancel it, -0.05, true, nothing is added",
    "cancel order ll20489999, -0.05, true, nobody said that number",
    "'', -0.05, true, it is empty"
  })
  void anything_else_is_left_as_it_was_said(String text, double score, boolean whole, String why) {
    assertThat(believed(text, score, whole)).as(why).isEmpty();
  }

  private static Optional<String> believed(String text, double score, boolean whole) {
    return NeuralRewriter.believed(new Written(text, score, 5, whole), "cancel it", BEFORE);
  }
}
