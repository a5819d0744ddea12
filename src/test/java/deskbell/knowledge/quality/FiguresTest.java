package deskbell.knowledge.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  private static final JudgedQuestion ANSWERABLE =
      new JudgedQuestion("q", Language.EN, List.of("a"));
  private static final JudgedQuestion UNANSWERABLE =
      new JudgedQuestion("q", Language.EN, List.of());

  @TempDir Path folder;

  @Test
  void figures_count_what_they_say() {
    var figures =
        Figures.of(
            List.of(
                new Outcome(ANSWERABLE, 1, 0.95),
                new Outcome(ANSWERABLE, 1, 0.45),
                new Outcome(ANSWERABLE, 2, 0.65),
                new Outcome(ANSWERABLE, 0, 0.05),
                new Outcome(UNANSWERABLE, 0, 0.85)),
            0.5);
    assertThat(figures.hitAtOne()).isEqualTo(0.5);
    assertThat(figures.reciprocalRank()).isEqualTo(0.625);
    assertThat(figures.answered()).isEqualTo(0.6);
    assertThat(figures.falseAnswers()).isEqualTo(2 / 3.0);
    assertThat(figures.hitsLost()).isEqualTo(0.25);
    assertThat(figures.calibrationError())
        .isCloseTo((0.05 + 0.55 + 0.65 + 0.05 + 0.85) / 5, within(1e-9));
  }

  @Test
  void a_broken_question_names_file_and_line() throws IOException {
    var file = folder.resolve("questions.jsonl");
    Files.writeString(file, "{\"text\":\"a\",\"lang\":\"en\",\"articles\":[]}\n{\"text\":\"b\"}\n");
    assertThatThrownBy(() -> JudgedQuestion.read(file))
        .isInstanceOf(Invalid.class)
        .hasMessage(file + ":2 has no articles");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> JudgedQuestion.read(file)).hasMessage(file + ":1 is not JSON");
  }
}
