package deskbell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deskbell.conversation.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredFiguresTest {
  private static final String README =
      """
      # What this model knows

      ## Figures
      | en | 0.9 |

      ## Build it again
          ./deskbell train
      """;

  @Test
  void standsBeforeHowItIsBuiltAgain() {
    assertEquals(
        """
        # What this model knows

        ## Figures
        | en | 0.9 |

        ## Measured by `bench rewrites`
        ```
        en: 0.8
        zh: 0.7
        ```

        ## Build it again
            ./deskbell train
        """,
        MeasuredFigures.with(README, "bench rewrites", List.of("en: 0.8", "zh: 0.7")));
  }

  @Test
  void takesThePlaceOfWhatTheSameCommandPrintedBefore() {
    var first = MeasuredFigures.with(README, "bench rewrites", List.of("old"));
    var both = MeasuredFigures.with(first, "bench replies", List.of("said: 0.8"));
    var again = MeasuredFigures.with(both, "bench rewrites", List.of("new"));
    assertEquals(both.replace("old", "new"), again);
  }

  @Test
  void tellsWhatHoldsForEveryModelOfTheLearner() {
    var readme = MeasuredFigures.with(README, "bench learner --only HWU64", List.of("HWU64 90"));
    readme = MeasuredFigures.with(readme, "bench rewrites", List.of("en: 0.8"));
    readme = MeasuredFigures.with(readme, "bench learner --only HINT3", List.of("HINT3 88"));
    assertEquals(
        """
        ## Measured by `bench learner --only HWU64`
        ```
        HWU64 90
        ```

        ## Measured by `bench learner --only HINT3`
        ```
        HINT3 88
        ```

        """,
        MeasuredFigures.ofLearner(readme));
  }

  @Test
  void isKeptInTheFileOfAModelDirectory(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("README.md"), README);
    MeasuredFigures.keep(folder, "bench neural", List.of("519/s"));
    assertTrue(Files.readString(file).contains("## Measured by `bench neural`\n```\n519/s\n```\n"));
  }

  @Test
  void refusesAFolderThatHoldsNoModel(@TempDir Path folder) {
    var refused =
        assertThrows(Invalid.class, () -> MeasuredFigures.keep(folder, "bench neural", List.of()));
    assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
  }
}
