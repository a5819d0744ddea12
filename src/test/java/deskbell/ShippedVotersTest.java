package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.training.Corpus;
import deskbell.training.Evaluation;
import deskbell.understanding.Catalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippedVotersTest {
  @Test
  void three_voters_speak_as_one_in_both_languages() {
    try (var voters = Voters.open(Optional.empty(), Voters.ALL)) {
      var interpreter = voters.interpreter(Catalogue.EMPTY, Clock.systemUTC());
      for (var language : Language.values()) {
        assertThat(voters.fused().get(language).names())
            .containsExactlyInAnyOrderElementsOf(Voters.ALL);
        var file = Path.of("src/main/corpus", language.code(), "held-out.jsonl");
        var figures =
            Evaluation.of(
                Corpus.read(List.of(file)),
                example -> interpreter.understand(example.text(), Optional.of(language)).best());
        assertThat(figures.accuracy()).as(language + " accuracy").isGreaterThan(0.89);
        assertThat(figures.calibrationError()).as(language + " calibration").isLessThan(0.05);
      }
    }
  }
}
