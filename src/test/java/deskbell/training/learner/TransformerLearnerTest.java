package deskbell.training.learner;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.training.Example;
import deskbell.training.neural.TransformerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransformerLearnerTest {
  @Test
  void a_transformer_is_one_voter_more() {
    var training = examples("now", "today", "soon", "please", "again", "tonight");
    var set = new PublicSet("x", training, examples("later", "at noon"), examples("quickly"));
    var settings = TransformerSettings.DEFAULTS.withEpochs(1).withThreads(1);
    var figures =
        new Trial(set, Optional.of(new TransformerLearner(settings, _ -> {})), _ -> {}).run(false);
    assertThat(figures)
        .containsKeys(
            Set.of("transformer"),
            Set.of("linear", "neighbours"),
            Set.of("linear", "neighbours", "transformer"));
  }

  private static List<Example> examples(String... ends) {
    var examples = new ArrayList<Example>();
    for (var end : ends) {
      examples.add(new Example("brew some beer " + end, Language.EN, "brew"));
      examples.add(new Example("book a tour " + end, Language.EN, "tour"));
    }
    return examples;
  }
}
