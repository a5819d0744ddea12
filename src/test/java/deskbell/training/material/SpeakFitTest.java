package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.answering.Spoken;
import deskbell.answering.excerpt.Excerpts;
import deskbell.conversation.Language;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.understanding.SpeakingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakFitTest {
  private static final String ARTICLE =
      "Standard delivery is £3.95. Express delivery is £5.95. We also collect returns on Mondays.";
  private static final Excerpts EXCERPTS =
      new Excerpts(
          SynonymFiles.shipped(),
          (question, texts) ->
              texts.stream().map(text -> text.startsWith(question) ? -1.0 : -4.0).toList(),
          (_, texts) -> texts.stream().map(_ -> 0.5).toList(),
          (_, texts) -> texts.stream().map(_ -> 0.5).toList());

  @Test
  void parts_are_said_where_they_are_right_and_words_where_one_in_ten_is_wrong_at_most() {
    var rule = fit(40, 0, "Standard is £3.95.").orElseThrow();
    assertThat(rule.weights().get(2)).isPositive();
    assertThat(rule.found()).isBetween(0.0, 1.0);
    assertThat(rule.sure()).isEqualTo(Math.log(0.8), within(1e-9));
    assertThat(fit(40, 0, "Standard is £5.95.").orElseThrow().sure())
        .as("surer than anything is")
        .isZero();
  }

  @Test
  void where_parts_are_mostly_wrong_nothing_is_shortened() {
    assertThat(fit(20, 20, "Standard is £3.95.")).isEmpty();
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

  /** So many questions for the part that is likely, and so many for another. */
  private static Optional<SpeakingRule> fit(int likely, int others, String words) {
    var answers = new ArrayList<ShortAnswer>();
    for (int i = 0; i < likely + others; i++) {
      var ground = List.of(i < likely ? 0 : 2);
      // other texts, so that they are in several folds
      answers.add(
          new ShortAnswer(
              Language.EN,
              "Standard",
              ARTICLE + " See page " + i + ".",
              List.of("Standard delivery is £3.95."),
              List.of(ground)));
    }
    return SpeakFit.of(
        answers,
        answer -> answer.compared(EXCERPTS),
        (_, _) -> new Spoken.Said(words, Spoken.Words.MODEL, 0.8));
  }
}
