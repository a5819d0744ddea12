package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Written;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuralRewriterTest {
  private static final FollowUp CANCEL_IT =
      new FollowUp("cancel it", List.of("where is order ll20481234?"));

  @Test
  void what_holds_only_what_was_said_is_taken() {
    assertThat(sensible(" cancel order {1} ", true)).contains("cancel order ll20481234");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "cancel order {1}, false, it did not come to its end",
    "cancel it, true, nothing is added",
    "cancel order {2}, true, there is no second number",
    "cancel order ll20489999, true, nobody said that number",
    "'', true, it is empty"
  })
  void anything_else_is_left_as_it_was_said(String text, boolean whole, String why) {
    assertThat(sensible(text, whole)).as(why).isEmpty();
  }

  private static Optional<String> sensible(String text, boolean whole) {
    return NeuralRewriter.sensible(new Written(text, -0.1, 5, whole), CANCEL_IT, "cancel it");
  }
}
