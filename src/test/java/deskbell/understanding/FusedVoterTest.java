package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Busy;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FusedVoterTest {
  private static final List<String> INTENTS = List.of("greet", "thanks", "out_of_scope");
  private static final Utterance HELLO = new Utterance("hello", Language.EN, List.of());
  private static final Set<String> BOTH = Set.of("a", "b");

  @Test
  void two_voters_of_one_mind_are_surer_than_either() {
    var voter =
        new FusedVoter(
            List.of(voter("a", 0.6, 0.3, 0.1), voter("b", 0.6, 0.3, 0.1)),
            Map.of(BOTH, fusion(Map.of("a", 1.0, "b", 1.0), 0), Set.of("a"), alone("a")));
    assertThat(voter.vote(HELLO).probability("greet")).isGreaterThan(0.7);
  }

  @Test
  void who_has_no_weight_is_not_heard() {
    var fusion = fusion(Map.of("a", 1.0, "b", 0.0), 0);
    var opinions = Map.of("a", opinion(0.2, 0.7, 0.1), "b", opinion(0.9, 0.05, 0.05));
    assertThat(fusion.of(INTENTS, opinions).probability("thanks")).isEqualTo(0.7, within(1e-9));
  }

  @Test
  void the_bias_rejects() {
    var opinions = Map.of("a", opinion(0.4, 0.2, 0.4));
    assertThat(fusion(Map.of("a", 1.0), 2).of(INTENTS, opinions).ranked(1).getFirst().intent())
        .isEqualTo("out_of_scope");
  }

  @Test
  void a_voter_of_other_intents_is_read_by_name() {
    var other = new Distribution(List.of("thanks", "greet"), new double[] {0.9, 0.1});
    assertThat(fusion(Map.of("a", 1.0), 0).of(INTENTS, Map.of("a", other)).probability("thanks"))
        .isGreaterThan(0.85);
  }

  @Test
  void a_busy_voter_is_left_out() {
    IntentVoter busy =
        new Fixed("b", null) {
          @Override
          public Distribution vote(Utterance utterance) {
            throw new Busy("the queue is full");
          }
        };
    var voter =
        new FusedVoter(
            List.of(voter("a", 0.6, 0.3, 0.1), busy),
            Map.of(BOTH, fusion(Map.of("a", 1.0, "b", 9.0), 0), Set.of("a"), alone("a")));
    assertThat(voter.vote(HELLO).probability("greet")).isEqualTo(0.6, within(1e-9));
    assertThat(voter.opinions(HELLO)).containsOnlyKeys("a");
  }

  @Test
  void what_cannot_be_fused_is_refused() {
    var alone = List.of(voter("a", 0.6, 0.3, 0.1));
    assertThatThrownBy(() -> new FusedVoter(List.of(), Map.of())).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new FusedVoter(alone, Map.of()))
        .hasMessageContaining("fusions are of []; needed for [a]");
    assertThatThrownBy(() -> fusion(Map.of("a", -1.0), 0))
        .hasMessageContaining("weights a has -1.0; must be at least 0");
    assertThatThrownBy(() -> fusion(Map.of(), 0)).hasMessageContaining("weights are missing");
    assertThatThrownBy(() -> fusion(Map.of("a", 1.0), Double.NaN))
        .hasMessageContaining("outOfScope is NaN; must be finite");
  }

  private static Fusion alone(String name) {
    return fusion(Map.of(name, 1.0), 0);
  }

  private static Fusion fusion(Map<String, Double> weights, double outOfScope) {
    return new Fusion(weights, outOfScope);
  }

  private static Distribution opinion(double... probabilities) {
    return new Distribution(INTENTS, probabilities);
  }

  private static IntentVoter voter(String name, double... probabilities) {
    return new Fixed(name, opinion(probabilities));
  }

  /** Always of one opinion. */
  private static class Fixed implements IntentVoter {
    private final String name;
    private final Distribution opinion;

    Fixed(String name, Distribution opinion) {
      this.name = name;
      this.opinion = opinion;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<String> intents() {
      return INTENTS;
    }

    @Override
    public Distribution vote(Utterance utterance) {
      return opinion;
    }
  }
}
