package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.training.FusionFit.Ballot;
import deskbell.understanding.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FusionFitTest {
  private static final List<String> INTENTS = List.of("a", "b", "out_of_scope");

  @Test
  void whoever_is_right_more_often_gets_more_weight() {
    var fusions = FusionFit.ofGroups(INTENTS, ballots(0.9, 0.6));
    var both = fusions.get(Set.of("good", "poor"));
    assertThat(both.weights().get("good")).isGreaterThan(both.weights().get("poor"));
    assertThat(fusions).containsOnlyKeys(Set.of("good"), Set.of("poor"), Set.of("good", "poor"));
  }

  @Test
  void a_voter_that_is_too_sure_is_believed_less() {
    var fusion = FusionFit.ofGroups(INTENTS, ballots(0.6, 0.6)).get(Set.of("good"));
    assertThat(fusion.weights().get("good")).isLessThan(0.8);
  }

  @Test
  void examples_of_unknown_intents_are_left_out() {
    var ballots = new ArrayList<>(ballots(0.9, 0.6));
    var before = FusionFit.ofGroups(INTENTS, ballots);
    ballots.add(new Ballot(ballots.getFirst().opinions(), "other"));
    assertThat(FusionFit.ofGroups(INTENTS, ballots)).isEqualTo(before);
  }

  /** Two voters who are 95 % sure each time, and right as often as given. */
  private static List<Ballot> ballots(double good, double poor) {
    var random = new Random(1);
    var ballots = new ArrayList<Ballot>();
    for (int i = 0; i < 300; i++) {
      var truth = INTENTS.get(i % INTENTS.size());
      ballots.add(
          new Ballot(
              Map.of("good", sure(truth, good, random), "poor", sure(truth, poor, random)), truth));
    }
    return ballots;
  }

  private static Distribution sure(String truth, double right, Random random) {
    int said = INTENTS.indexOf(truth);
    if (random.nextDouble() > right) {
      said = (said + 1 + random.nextInt(2)) % INTENTS.size();
    }
    var probabilities = new double[] {0.025, 0.025, 0.025};
    probabilities[said] = 0.95;
    return new Distribution(INTENTS, probabilities);
  }
}
