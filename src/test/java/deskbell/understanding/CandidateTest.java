package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.understanding.Revision.Joined;
import deskbell.understanding.Revision.Same;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTest {
  private static final Candidate SAME = new Candidate(new Same(), "and york?", Math.log(0.5));
  private static final Candidate JOINED =
      new Candidate(new Joined(), "when do you open, york", Math.log(0.3));

  @Test
  void the_likeliest_is_taken_where_nothing_else_speaks_for_any() {
    var best = Candidate.best(List.of(JOINED, SAME), RevisionScorer.NONE).orElseThrow();

    assertThat(best.alone()).isEqualTo(SAME.alone());
    assertThat(Math.exp(best.likelihood())).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void what_speaks_for_another_turns_the_choice_and_what_was_not_written_counts_as_it_did() {
    RevisionScorer scorer = revision -> revision instanceof Joined ? Math.log(4) : 0;
    var best = Candidate.best(List.of(SAME, JOINED), scorer).orElseThrow();

    assertThat(best.alone()).isEqualTo(JOINED.alone());
    assertThat(Math.exp(best.likelihood())).isCloseTo(1.2 / (1.2 + 0.5 + 0.2), within(1e-9));
  }

  @Test
  void of_none_there_is_no_best() {
    assertThat(Candidate.best(List.of(), RevisionScorer.NONE)).isEmpty();
  }
}
