package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Language;
import deskbell.understanding.Distribution;
import deskbell.understanding.FusedVoter;
import deskbell.understanding.Fusion;
import deskbell.understanding.IntentVoter;
import deskbell.understanding.Utterance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AblationTest {
  private static final List<String> INTENTS = List.of("brew", "tour");
  private static final List<Example> EXAMPLES =
      List.of(
          new Example("one beer", Language.EN, "brew"),
          new Example("two beers", Language.EN, "brew"),
          new Example("a tour", Language.EN, "tour"),
          new Example("the tour", Language.EN, "tour"));

  /** Says that a text wants beer where it holds a word. */
  private record Listening(String name, String word, double certainty) implements IntentVoter {
    @Override
    public List<String> intents() {
      return INTENTS;
    }

    @Override
    public Distribution vote(Utterance utterance) {
      double beer = utterance.text().contains(word) ? certainty : 1 - certainty;
      return new Distribution(INTENTS, new double[] {beer, 1 - beer});
    }
  }

  @Test
  void each_voter_is_measured_alone_and_by_what_is_lost_without_it() {
    var sharp = new Listening("sharp", "beer", 0.9);
    var deaf = new Listening("deaf", "beers", 0.6);
    var lines =
        new Ablation(
                Map.of(Language.EN, new FusedVoter(List.of(sharp, deaf), fusions())),
                new Utterances(LocalDate.EPOCH))
            .lines(EXAMPLES);
    assertThat(lines)
        .anyMatch(line -> line.matches("sharp alone +1\\.000 .*"))
        .anyMatch(line -> line.matches("deaf alone +0\\.750 .*"))
        .anyMatch(line -> line.matches("all +1\\.000 .*"))
        .anyMatch(line -> line.matches("all without sharp +0\\.750 .*"))
        .contains("  gain by sharp: +25.0 points, 95 % interval -24.0 to +74.0")
        .contains("  gain by deaf: +0.0 points, 95 % interval +0.0 to +0.0");
  }

  private static Map<Set<String>, Fusion> fusions() {
    return Map.of(
        Set.of("sharp"), new Fusion(Map.of("sharp", 1.0), 0),
        Set.of("deaf"), new Fusion(Map.of("deaf", 1.0), 0),
        Set.of("sharp", "deaf"), new Fusion(Map.of("sharp", 1.0, "deaf", 1.0), 0));
  }

  @Test
  void many_examples_make_a_gain_certain() {
    var right = Collections.nCopies(1_000, true);
    var half = new ArrayList<>(Collections.nCopies(1_000, true));
    for (int i = 0; i < half.size(); i += 2) {
      half.set(i, false);
    }
    var gain = Gain.of(right, half);
    assertThat(gain.mean()).isEqualTo(0.5, within(1e-9));
    assertThat(gain.margin()).isBetween(0.03, 0.032);
    assertThat(Gain.of(List.of(), List.of())).isEqualTo(new Gain(0, 0));
  }
}
