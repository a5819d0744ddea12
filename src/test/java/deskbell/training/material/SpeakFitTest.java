package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.answering.Spoken;
import deskbell.conversation.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakFitTest {
  private static final String RIGHT = "Standard delivery is £3.95.";
  private static final String WRONG = "Standard delivery is £5.95.";

  @Test
  void one_wrong_answer_undoes_nine_right_ones() {
    assertThat(fit(IntStream.range(0, 20).mapToObj(i -> said(RIGHT, -0.1 * i)).toList()))
        .hasValueSatisfying(from -> assertThat(from).isEqualTo(-1.9, within(1e-9)));
    var mixed =
        IntStream.range(0, 20).mapToObj(i -> said(i == 12 ? WRONG : RIGHT, -0.1 * i)).toList();
    assertThat(fit(mixed))
        .hasValueSatisfying(from -> assertThat(from).isEqualTo(-1.1, within(1e-9)));
  }

  @Test
  void a_model_that_says_nothing_right_says_nothing() {
    assertThat(fit(List.of(said(WRONG, -0.01), said(RIGHT, -0.2)))).isEmpty();
    assertThat(fit(List.of(new Spoken.Kept(Spoken.Why.UNFINISHED, "")))).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Returns take 30 days.            | Returns take thirty days at most.            | true
          Returns take 30 days.            | Returns take 14 days.                         | false
          Opened items can be returned.    | Opened items can't be returned.               | false
          Returns are easy.                | Delivery costs nothing at all.                | false
          拆封的商品可以退。                 | 拆封的商品可以退货。                            | true
          拆封的商品可以退。                 | 拆封的商品不可以退。                            | false
          """)
  void answers_are_the_same_where_they_state_and_deny_the_same(
      String one, String other, boolean same) {
    assertThat(SameAnswer.asOneOf(List.of(one), other)).isEqualTo(same);
  }

  private static Spoken said(String text, double score) {
    return new Spoken.Said(text, score);
  }

  private static Optional<Double> fit(List<Spoken> spoken) {
    var answers =
        IntStream.range(0, spoken.size())
            .mapToObj(
                i -> new ShortAnswer(Language.EN, "delivery-cost", "" + i, RIGHT, List.of(RIGHT)))
            .toList();
    Function<ShortAnswer, Spoken> speaker =
        answer -> spoken.get(Integer.parseInt(answer.question()));
    return SpeakFit.of(answers, speaker);
  }
}
