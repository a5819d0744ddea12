package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.neural.Part;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.neural.Tokenizer;
import deskbell.neural.TransformerConfig;
import deskbell.training.neural.Exercise.Choice;
import deskbell.training.neural.Exercise.Telling;
import deskbell.training.neural.TransformerTrainer.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformerTrainerTest {
  private static final List<String> THINGS =
      List.of("parcel", "coat", "lamp", "kettle", "order", "box", "shoes", "bag");
  private static final List<String> INTENTS = List.of("ask", "thank");

  @TempDir private Path folder;

  private static List<Exercise> exercises() {
    var exercises = new ArrayList<Exercise>();
    for (var thing : THINGS) {
      exercises.add(new Choice(Prompt.of("where is my " + thing), 0));
      exercises.add(new Choice(Prompt.of("thanks for the " + thing), 1));
      exercises.add(
          new Telling(
              Task.SLOTS,
              Prompt.of("is the " + thing + " in stock"),
              List.of(new Part("product", " " + thing))));
    }
    return exercises;
  }

  @Test
  void a_course_is_told_from_others_in_the_same_way_by_every_process() {
    var size = new TransformerConfig(400, INTENTS, 32, 2, 64, 1, 1, 32, 16);
    assertThat(new Course(size, "tokenizer", exercises(), exercises()).fingerprint())
        .isEqualTo(-2_125_624_903);
  }

  private static Course course() {
    var texts = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      THINGS.forEach(
          thing -> {
            texts.add("where is my " + thing);
            texts.add("thanks for the " + thing);
            texts.add("is the " + thing + " in stock");
          });
    }
    var tokenizer = new TokenizerTrainer(400).train(texts);
    try (var read = Tokenizer.read(tokenizer)) {
      var size = new TransformerConfig(read.size(), INTENTS, 32, 2, 64, 1, 1, 32, 16);
      return new Course(size, tokenizer, exercises(), exercises());
    }
  }

  private static TransformerSettings settings(int epochs) {
    return new TransformerSettings(epochs, 8, 5e-3, 0.1, 0.01, 1, 0, 0.1, 0.1, 0.1, 99, 11, 1);
  }

  private Trained train(int epochs, Consumer<String> progress) throws IOException {
    return new TransformerTrainer(
            settings(epochs), Optional.of(folder.resolve("checkpoint.bin")), progress)
        .train(course(), Optional.empty());
  }

  @Test
  void it_learns_intents_and_to_copy_values() throws IOException {
    var epochs = train(30, _ -> {}).epochs();

    assertThat(epochs.getFirst().validated()).isGreaterThan(0.6);
    assertThat(epochs.getLast().validated()).isLessThan(0.3);
    assertThat(epochs.getFirst().trained()).isGreaterThan(2);
    assertThat(epochs.getLast().trained()).as("copying too").isLessThan(1);
    assertThat(epochs.getLast().accuracy()).isEqualTo(1);
  }

  @Test
  void after_a_kill_it_goes_on_as_if_nothing_had_been() throws IOException {
    var whole = train(4, _ -> {});
    Files.delete(folder.resolve("checkpoint.bin"));

    assertThatThrownBy(
            () ->
                train(
                    4,
                    line -> {
                      if (line.startsWith("epoch 2:")) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    var said = new ArrayList<String>();
    var goneOn = train(4, said::add);

    assertThat(said).first().isEqualTo("goes on after epoch 2");
    assertThat(goneOn.epochs()).isEqualTo(whole.epochs());
    whole
        .weights()
        .forEach((name, values) -> assertThat(goneOn.weights().get(name)).isEqualTo(values));
  }

  @Test
  void another_course_begins_anew_in_the_same_folder() throws IOException {
    train(2, _ -> {});
    var said = new ArrayList<String>();
    train(3, said::add);

    assertThat(said).first().asString().startsWith("epoch 1:");
  }

  @Test
  void a_truncated_checkpoint_is_named() throws IOException {
    train(1, _ -> {});
    var file = folder.resolve("checkpoint.bin");
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> train(1, _ -> {}))
        .isInstanceOf(Invalid.class)
        .hasMessage(file + " is truncated; delete it to begin again");
  }

  @Test
  void it_stops_when_validation_gets_no_better() throws IOException {
    var impatient = new TransformerSettings(50, 8, 1e-9, 0, 0, 1, 0, 0, 0, 0, 2, 11, 1);
    var trained =
        new TransformerTrainer(impatient, Optional.empty(), _ -> {})
            .train(course(), Optional.empty());

    assertThat(trained.epochs().size()).isLessThan(50);
  }

  @Test
  void the_step_size_grows_then_falls_to_nothing() {
    var settings = settings(1);
    assertThat(settings.rate(0, 100)).isLessThan(settings.rate(9, 100));
    assertThat(settings.rate(10, 100)).isEqualTo(settings.rate());
    assertThat(settings.rate(60, 100)).isLessThan(settings.rate());
    assertThat(settings.rate(99, 100)).isLessThan(settings.rate() / 100);
  }
}
