package deskbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.Catalogue;
import deskbell.understanding.ModelDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {
  @TempDir Path work;

  private final StringWriter err = new StringWriter();

  @BeforeEach
  void a_small_corpus() throws IOException {
    var corpus = Files.createDirectories(work.resolve("corpus"));
    var training = new StringBuilder();
    for (var when : List.of("today", "now", "at noon", "tonight", "soon")) {
      training.append(line("brew some beer " + when, "brew"));
      training.append(line("book a tour " + when, "tour"));
    }
    training.append(line("Brew some beer, now!", "brew")).append(line("another tour", "tour"));
    Files.writeString(corpus.resolve("all.jsonl"), training);
    Files.writeString(
        corpus.resolve("validation.jsonl"), line("beer please", "brew") + line("a tour", "tour"));
    Files.writeString(corpus.resolve("held-out.jsonl"), line("Another tour?", "tour"));
  }

  @Test
  void a_model_says_what_it_was_trained_on_how_good_it_is_and_how_to_make_it_again()
      throws IOException {
    var corpus = work.resolve("corpus");
    var out = work.resolve("model");
    var command =
        "--examples %s --validation %s/validation.jsonl --held-out %s/held-out.jsonl --out %s"
            .formatted(corpus, corpus, corpus, out);
    assertThat(train(command)).isZero();

    assertThat(ModelDirectory.of(Optional.of(out)).linear()).containsOnlyKeys(Language.EN);
    assertThat(out.resolve("config.json"))
        .content()
        .startsWith("{\n  \"format\" : 1,\n  \"linear\" : {\n    \"en\" : {\n      \"intents\"")
        .contains("[ \"brew\", \"tour\" ]");
    assertThat(out.resolve("README.md"))
        .content()
        .contains("| en | 2 | 10 | 5 `brew` | 2 |")
        .contains(
            "Left out of training: 1 examples that stand in a set that is measured on, 1 that")
        .containsPattern("\\| en \\| 2 \\| validation \\| (\\d\\.\\d{3} \\| ){5}\\d\\.\\d{3} \\|\n")
        .contains("| en | 1 | held out | 1.000 |")
        .contains("    ./deskbell train " + command + "\n");
    assertThat(err.toString())
        .contains("training on 10 examples, calibrating on 2")
        .contains("left out: 1 that are measured on, 1 doubled");
  }

  @Test
  void the_same_command_gives_the_same_files() throws IOException {
    var command = "--examples " + work.resolve("corpus") + " --out " + work.resolve("model");
    train(command);
    var files =
        List.of(
            "README.md",
            "config.json",
            "calibration.json",
            "linear-en.gz",
            "phrases.gz",
            "fusion.json");
    var first = files.stream().map(this::fingerprint).toList();
    train(command);
    assertThat(files.stream().map(this::fingerprint).toList()).isEqualTo(first);
  }

  @Test
  void training_phrases_vote_too_and_what_they_are_worth_is_fitted() {
    var out = work.resolve("model");
    train("--examples " + work.resolve("corpus") + " --out " + out);
    try (var voters = Voters.open(Optional.of(out), Voters.ALL)) {
      var both = voters.fused().get(Language.EN);
      assertThat(both.names()).containsExactlyInAnyOrder("linear", "neighbours");
      var interpreter = voters.interpreter(Catalogue.EMPTY, Clock.systemUTC());
      var understood = interpreter.understand("brew some beer", Optional.of(Language.EN));
      assertThat(understood.best().intent()).isEqualTo("brew");
      assertThat(understood.opinions()).containsOnlyKeys("linear", "neighbours");
    }
    try (var voters = Voters.open(Optional.of(out), List.of("linear"))) {
      assertThat(voters.fused().get(Language.EN).names()).containsExactly("linear");
    }
  }

  @Test
  void nobody_votes_without_the_linear_voter() {
    for (var heard : List.of(List.of("neighbours"), List.of("linear", "oracle"))) {
      assertThatThrownBy(() -> Voters.open(Optional.empty(), heard))
          .isInstanceOf(Invalid.class)
          .hasMessage("voters are %s; linear, and with it any of [neighbours, transformer]", heard);
    }
  }

  private String fingerprint(String name) {
    try {
      return HexFormat.of().formatHex(Files.readAllBytes(work.resolve("model").resolve(name)));
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  private int train(String command) {
    return new CommandLine(new TrainCommand())
        .setErr(new PrintWriter(err, true))
        .execute(command.split(" "));
  }

  private static String line(String text, String intent) {
    return "{\"text\":\"%s\",\"intent\":\"%s\"}\n".formatted(text, intent);
  }
}
