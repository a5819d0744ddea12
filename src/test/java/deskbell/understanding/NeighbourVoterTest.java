package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Language;
import deskbell.understanding.Neighbours.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourVoterTest {
  private static final List<String> INTENTS = List.of("greet", "thanks");
  private static final Utterance TEXT = new Utterance("hello", Language.EN, List.of());

  @Test
  void the_nearest_count_most() {
    var vote = vote(new Neighbour("greet", 9), new Neighbour("thanks", 4), new Neighbour("x", 4));
    assertThat(vote.probability("greet")).isGreaterThan(0.85);
    assertThat(vote.probability("greet") + vote.probability("thanks")).isEqualTo(1, within(1e-9));
  }

  @Test
  void many_outvote_one_that_is_hardly_nearer() {
    var vote =
        vote(new Neighbour("greet", 5), new Neighbour("thanks", 4.8), new Neighbour("thanks", 4.7));
    assertThat(vote.probability("thanks")).isGreaterThan(0.6);
  }

  @Test
  void without_neighbours_nothing_is_likelier_than_another() {
    assertThat(vote().probability("greet")).isEqualTo(0.5, within(1e-9));
  }

  private static Distribution vote(Neighbour... near) {
    return new NeighbourVoter((_, _, _) -> List.of(near), Language.EN, INTENTS).vote(TEXT);
  }
}
