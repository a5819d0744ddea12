package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.dialog.Flows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same crowd as {@code bench shoppers}, which repeats a conversation by its number. */
class RandomShoppersTest {
  private static final int SHOPPERS = 2_000;
  private static final long SEED = 4;

  @Test
  void none_of_two_thousand_random_shoppers_gets_stuck() {
    try (var studio =
        Studio.open(
            Flows.load(Path.of("dialog-flows")),
            Path.of("knowledge-base"),
            clock -> Understanding.open(Optional.empty(), List.of("linear"), clock))) {
      var crowd = studio.crowd();
      for (int number = 0; number < SHOPPERS; number++) {
        var run = crowd.run(SEED, number);
        assertThat(run.fault())
            .as("seed %d, conversation %d: %s", SEED, number, String.join("\n", run.transcript()))
            .isEmpty();
      }
    }
  }
}
