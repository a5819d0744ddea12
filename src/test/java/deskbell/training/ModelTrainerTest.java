package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.Alone;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.entity.EntityFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  /** Twenty examples each of two intents that no shipped model knows; nothing out of scope. */
  private static List<Example> brewery() {
    var examples = new ArrayList<Example>();
    for (var when : List.of("today", "now", "at noon", "tonight", "soon")) {
      for (var how : List.of("please", "quickly", "for us", "again")) {
        examples.add(new Example("brew some beer " + when + " " + how, Language.EN, "brew"));
        examples.add(new Example("book a tour " + when + " " + how, Language.EN, "tour"));
      }
    }
    return examples;
  }

  private static ModelTrainer trainer() {
    return new ModelTrainer(TODAY, _ -> {});
  }

  private FusedInterpreter trained() throws IOException {
    ModelDirectory.write(folder, trainer().train(CorpusSplit.cut(brewery(), List.of())));
    return new FusedInterpreter(
        Alone.of(ModelDirectory.of(Optional.of(folder)).linear()),
        new EntityFinder(Catalogue.EMPTY),
        Clock.systemUTC());
  }

  @Test
  void any_intents_can_be_learnt_written_and_read() throws IOException {
    var interpreter = trained();
    assertThat(interpreter.intents())
        .containsExactlyInAnyOrder("brew", "tour", IntentScore.OUT_OF_SCOPE);
    assertThat(
            interpreter
                .understand("could you brew some beer now", Optional.empty())
                .best()
                .intent())
        .isEqualTo("brew");
    assertThat(interpreter.understand("a tour tonight", Optional.empty()).best().intent())
        .isEqualTo("tour");
  }

  @Test
  void strange_texts_are_rejected_though_none_was_seen_in_training() throws IOException {
    assertThat(trained().understand("xylophone quartz", Optional.empty()).best().intent())
        .isEqualTo(IntentScore.OUT_OF_SCOPE);
  }

  @Test
  void a_few_examples_do_not_make_it_certain() throws IOException {
    assertThat(trained().understand("brew some beer soon", Optional.empty()).best().confidence())
        .isBetween(0.5, 0.999);
  }

  @Test
  void the_same_examples_give_the_same_model() throws IOException {
    trained();
    var first = Files.readAllBytes(folder.resolve("linear-en.gz"));
    trained();
    assertThat(Files.readAllBytes(folder.resolve("linear-en.gz"))).isEqualTo(first);
  }

  @Test
  void one_intent_alone_or_no_example_cannot_be_learnt() {
    var one = new Example("brew", Language.EN, "brew");
    assertThatThrownBy(() -> trainer().train(CorpusSplit.of(List.of(one), List.of(), List.of())))
        .isInstanceOf(Invalid.class)
        .hasMessage("examples have one intent only, brew");
    assertThatThrownBy(() -> trainer().train(CorpusSplit.of(List.of(), List.of(), List.of())))
        .isInstanceOf(Invalid.class)
        .hasMessage("examples are none");
  }

  @Test
  void without_validation_a_model_has_the_usual_calibration() {
    var split = CorpusSplit.of(brewery(), List.of(), List.of());
    assertThat(trainer().train(split).get(Language.EN).calibration())
        .isEqualTo(CalibrationFit.USUAL);
  }
}
