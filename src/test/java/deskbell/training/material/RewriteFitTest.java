package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Language;
import deskbell.understanding.NeuralRewriter.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RewriteFitTest {
  private static final List<Rewriting> PAIRS =
      List.of(
          pair("and to Ireland?", "How much is delivery to Ireland?"),
          pair("what about returns", "How much are returns?"),
          pair("thanks", "thanks"),
          pair("by when", "By when is it delivered?"));

  private static Rewriting pair(String text, String alone) {
    return Rewriting.of(Language.EN, List.of("How much is delivery?", "It is free."), text, alone);
  }

  private static Function<Rewriting, Optional<Attempt>> writing(Map<String, Attempt> attempts) {
    return pair -> Optional.ofNullable(attempts.get(pair.text()));
  }

  @Test
  void the_model_is_believed_as_far_down_as_it_mends_more_than_it_spoils() {
    var attempts =
        Map.of(
            "and to Ireland?", new Attempt("how much is delivery to ireland", -0.1),
            "what about returns", new Attempt("how much are returns?", -0.3),
            "thanks", new Attempt("how much is thanks?", -0.4),
            "by when", new Attempt("by when is what?", -0.6));
    assertThat(RewriteFit.of(PAIRS, writing(attempts))).contains(-0.3);
  }

  @Test
  void a_model_that_only_spoils_is_never_believed() {
    var attempts = Map.of("thanks", new Attempt("how much is thanks?", -0.01));
    assertThat(RewriteFit.of(PAIRS, writing(attempts))).isEmpty();
  }

  @Test
  void exact_are_those_that_read_the_same_in_plain_form() {
    var accuracy =
        RewriteAccuracy.of(
            PAIRS, pair -> pair.text().equals("by when") ? "by when is it delivered" : pair.text());
    assertThat(accuracy.pairs()).isEqualTo(4);
    assertThat(accuracy.exact()).isEqualTo(0.5, within(1e-9));
    assertThat(accuracy.copied()).isEqualTo(0.25, within(1e-9));
  }
}
