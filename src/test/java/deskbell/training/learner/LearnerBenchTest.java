package deskbell.training.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.training.Example;
import deskbell.training.learner.Figures.Case;
import deskbell.understanding.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerBenchTest {
  private static final List<String> INTENTS = List.of("a", "b", IntentScore.OUT_OF_SCOPE);

  @TempDir Path data;

  @Test
  void every_set_has_a_line_with_what_others_reach() throws IOException {
    hwu64();
    hint3();
    var said = new ArrayList<String>();
    var only = List.of("HWU64", "HINT3 curekart");
    var lines = new ArrayList<String>();
    new LearnerBench(data, only, Optional.empty(), said::add).run(true, lines::add);
    assertThat(lines.get(0)).startsWith("test ").contains("linear", "nearest", "both fused");
    assertThat(lines.get(1)).matches("HWU64( +100\\.0){3} +88\\.9 +90\\.0");
    assertThat(lines.get(2)).startsWith("HINT3 curekart").endsWith("88");
    assertThat(said).hasSize(1 + PublicData.FOLDS).first().asString().startsWith("HWU64: cost ");
  }

  @Test
  void the_test_part_may_be_left_alone() throws IOException {
    hwu64();
    write("hwu64/test/seq.in", "xyzzy\n");
    write("hwu64/test/label", "lamp\n");
    var bench = new LearnerBench(data, List.of("HWU64"), Optional.empty(), _ -> {});
    var lines = new ArrayList<String>();
    bench.run(false, lines::add);
    assertThat(lines.get(0)).startsWith("validation ");
    assertThat(lines.get(1)).contains("100.0");
  }

  @Test
  void what_is_missing_is_named() throws IOException {
    assertThatThrownBy(() -> new LearnerBench(data, List.of("MNIST"), Optional.empty(), _ -> {}))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("--only is [MNIST]; known: [CLINC150, BANKING77, HWU64");
    var bench = new LearnerBench(data, List.of("HWU64"), Optional.empty(), _ -> {});
    assertThatThrownBy(() -> bench.run(false, _ -> {}))
        .hasMessageContaining("seq.in cannot be read");
    hwu64();
    write("hwu64/valid/label", "lamp\n");
    assertThatThrownBy(() -> bench.run(false, _ -> {})).hasMessageContaining("labels");
  }

  @Test
  void folds_part_the_examples_without_overlap() {
    var examples =
        IntStream.range(0, 40)
            .mapToObj(i -> new Example("text " + i, Language.EN, i % 2 == 0 ? "even" : "odd"))
            .toList();
    var folds = PublicSet.folds("x", examples, 5);
    assertThat(folds.stream().flatMap(fold -> fold.test().stream()))
        .containsExactlyInAnyOrderElementsOf(examples);
    for (var fold : folds) {
      assertThat(fold.learnt()).hasSize(32).doesNotContainAnyElementsOf(fold.test());
      assertThat(fold.training()).hasSize(24).doesNotContainAnyElementsOf(fold.validation());
      assertThat(fold.intents()).containsExactly("even", "odd");
    }
  }

  @Test
  void a_rejected_message_in_scope_counts_as_wrong() {
    var cases =
        List.of(
            opinion("a", 0.9, 0.05, 0.05),
            opinion("a", 0.5, 0.3, 0.2),
            opinion("b", 0.6, 0.3, 0.1),
            opinion(IntentScore.OUT_OF_SCOPE, 0.45, 0.1, 0.45),
            opinion(IntentScore.OUT_OF_SCOPE, 0.8, 0.1, 0.1));
    assertThat(Figures.of(cases, 0).accuracy()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(Figures.of(cases, 0).recall()).isZero();
    assertThat(Figures.of(cases, 0.55).accuracy()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(Figures.of(cases, 0.55).recall()).isEqualTo(0.5);
    assertThat(Figures.threshold(cases, 0)).isCloseTo(0.5, within(1e-9));
    assertThat(Figures.threshold(cases, 0.34)).isCloseTo(0.9, within(1e-9));
  }

  private static Case opinion(String truth, double... probabilities) {
    return new Case(new Distribution(INTENTS, probabilities), truth);
  }

  /** Two intents that share no word; the test part says it in other words of theirs. */
  private void hwu64() throws IOException {
    for (var part : List.of("train", "valid", "test")) {
      var texts = new StringBuilder();
      var labels = new StringBuilder();
      for (var word : List.of("red", "green", "blue", "white", "black")) {
        texts.append("switch the lamp " + word + " " + part + "\n");
        texts.append("play some music " + word + " " + part + "\n");
        labels.append("lamp\nmusic\n");
      }
      write("hwu64/" + part + "/seq.in", texts.toString());
      write("hwu64/" + part + "/label", labels.toString());
    }
  }

  private void hint3() throws IOException {
    var rows = new StringBuilder("sentence,label\n");
    for (int i = 0; i < 10; i++) {
      rows.append("refund my money " + i + ",REFUND\n").append("track parcel " + i + ",TRACK\n");
    }
    write("hint3/curekart_train.csv", rows.toString());
  }

  private void write(String name, String text) throws IOException {
    var file = data.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
