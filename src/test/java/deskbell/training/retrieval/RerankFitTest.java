package deskbell.training.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.excerpt.Scorer;
import deskbell.conversation.Language;
import deskbell.knowledge.quality.JudgedQuestion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RerankFitTest {
  /** Knows which text answers, by its name. */
  private static final Scorer KNOWING =
      (question, answers) ->
          answers.stream()
              .map(answer -> answer.equals("answer to " + question) ? -1.0 : -3.0)
              .toList();

  @Test
  void what_helps_on_other_questions_is_given_the_least_weight_that_does() {
    var fit = RerankFit.of(contests(0.5, 0.4), KNOWING);
    assertThat(fit.before()).isEqualTo(10);
    assertThat(fit.after()).isEqualTo(20);
    assertThat(fit.weight()).hasValueSatisfying(weight -> assertThat(weight).isBetween(0.1, 0.2));
    assertThat(fit)
        .hasToString("hit@1 0.500, reranked 1.000 (20 questions, 20 in doubt): weight 0.2");
  }

  @Test
  void what_costs_nothing_counts_as_little_as_may_be() {
    Scorer guessing = (_, answers) -> answers.stream().map(_ -> -2.0).toList();
    assertThat(RerankFit.of(contests(0.5, 0.4), guessing).weight()).contains(0.1);
  }

  @Test
  void what_misleads_is_switched_off() {
    Scorer misleading =
        (question, answers) ->
            answers.stream().map(one -> one.equals("answer to " + question) ? -9.0 : -1.0).toList();
    var fit = RerankFit.of(contests(0.5, 0.4), misleading);
    assertThat(fit.weight()).isEmpty();
    assertThat(fit.toString()).endsWith("switched off");
  }

  @Test
  void questions_without_doubt_are_not_scored() {
    var fit = RerankFit.of(contests(0.9, 0.01), KNOWING);
    assertThat(fit.doubtful()).isZero();
    assertThat(fit.after()).isEqualTo(fit.before());
  }

  @Test
  void questions_that_nothing_answers_have_no_part() {
    var nothing = new JudgedQuestion("weather", Language.EN, List.of());
    var contest = new Contest(nothing, 1, List.of("a", "b"), List.of("a", "b"), List.of(0.5, 0.4));
    var contests = new ArrayList<>(contests(0.5, 0.4));
    contests.add(contest);
    assertThat(RerankFit.of(contests, KNOWING).questions()).isEqualTo(20);
  }

  /** Twenty questions in ten parts, every other one of which finds its article second. */
  private static List<Contest> contests(double first, double second) {
    var contests = new ArrayList<Contest>();
    for (int i = 0; i < 20; i++) {
      var right = "answer to " + i;
      var question = new JudgedQuestion("" + i, Language.EN, List.of(right));
      var ids = i % 2 == 0 ? List.of(right, "other") : List.of("other", right);
      contests.add(new Contest(question, i / 2, ids, ids, List.of(first, second)));
    }
    return contests;
  }
}
