package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurriculumTest {
  @Test
  void from_nothing_a_long_round_is_followed_by_a_short_one_with_lesser_steps() {
    var rounds = Curriculum.fromNothing(11).rounds();

    assertThat(rounds).extracting(TransformerSettings::epochs).containsExactly(8, 3);
    assertThat(rounds.get(1).rate()).isLessThan(rounds.get(0).rate());
    assertThat(rounds.get(1).seed()).isNotEqualTo(rounds.get(0).seed());
  }

  @Test
  void a_few_epochs_are_one_round() {
    assertThat(Curriculum.fromNothing(2).rounds())
        .containsExactly(TransformerSettings.DEFAULTS.withEpochs(2));
  }

  @Test
  void every_round_runs_on_the_threads_that_are_given() {
    assertThat(Curriculum.fromNothing().withThreads(7).rounds())
        .hasSize(2)
        .extracting(TransformerSettings::threads)
        .containsOnly(7);
  }

  @Test
  void none_is_without_a_round_or_of_less_than_no_gaps() {
    assertThatThrownBy(() -> new Curriculum(1, List.of())).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> Curriculum.single(-1, TransformerSettings.DEFAULTS))
        .isInstanceOf(Invalid.class);
  }
}
