package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.ModelDirectory.Taught;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.LinearModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's files, and what is said of those that are missing, damaged or at odds. */
class ModelDirectoryTest {
  private static final int FEATURES = 500;
  private static final List<String> INTENTS = List.of("refund", "track");

  @TempDir Path folder;

  @BeforeEach
  void a_model_of_two_languages() throws IOException {
    var taught = new Taught(model(INTENTS), new Calibration(4, 5, 0.5));
    ModelDirectory.write(folder, Map.of(Language.EN, taught, Language.ZH, taught));
  }

  private static LinearModel model(List<String> intents) {
    var hashes = new int[FEATURES];
    Arrays.setAll(hashes, i -> i * 31 + 7);
    var ones = new float[FEATURES];
    Arrays.fill(ones, 1);
    var weights = new byte[FEATURES * intents.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (byte) (i * 37);
    }
    return new LinearModel(
        intents, hashes, ones, ones.clone(), weights, new float[intents.size()], 1);
  }

  @Test
  void what_was_written_is_read() {
    var voters = ModelDirectory.of(Optional.of(folder)).linear();
    assertThat(voters).containsOnlyKeys(Language.EN, Language.ZH);
    assertThat(voters.get(Language.ZH).intents())
        .containsExactly("refund", "track", "out_of_scope");
  }

  @Test
  void phrases_and_fusions_are_read_as_they_were_written() throws IOException {
    var directory = ModelDirectory.of(Optional.of(folder));
    assertThat(directory.phrases()).isEmpty();
    assertThat(directory.fusions()).isEmpty();

    var phrases =
        List.of(
            new Neighbours.Phrase("where's \"my\" order?", Language.EN, "track"),
            new Neighbours.Phrase("退款\n到账了吗", Language.ZH, "refund"));
    var fusion = new Fusion(Map.of("linear", 0.75, "neighbours", 0.5), -0.25);
    ModelDirectory.writePhrases(folder, phrases);
    ModelDirectory.writeFusions(
        folder, Map.of(Language.ZH, Map.of(fusion.weights().keySet(), fusion)));
    assertThat(directory.phrases()).isEqualTo(phrases);
    assertThat(directory.fusions())
        .isEqualTo(Map.of(Language.ZH, Map.of(Set.of("linear", "neighbours"), fusion)));
  }

  @Test
  void a_damaged_fusion_or_list_of_phrases_is_named() throws IOException {
    Files.writeString(at("fusion.json"), "{\"en\": [{\"weights\": {\"linear\": -1}}]}");
    assertThatThrownBy(() -> ModelDirectory.of(Optional.of(folder)).fusions())
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(at("fusion.json") + " is damaged: line 1: weights linear has -1.0");
    Files.writeString(
        at("fusion.json"),
        """
        {"en": [{"weights": {"linear": 1}, "outOfScope": 0},
                {"weights": {"linear": 2}, "outOfScope": 0}]}
        """);
    assertThatThrownBy(() -> ModelDirectory.of(Optional.of(folder)).fusions())
        .hasMessage(at("fusion.json") + " is damaged: weights of [linear] stand there twice");
    Files.writeString(at("fusion.json"), "{\"fr\": []}");
    assertThatThrownBy(() -> ModelDirectory.of(Optional.of(folder)).fusions())
        .hasMessage(at("fusion.json") + " is damaged: lang is fr; known: en, zh");
    try (var out = new GZIPOutputStream(Files.newOutputStream(at("phrases.gz")))) {
      out.write("{\"text\": ".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> ModelDirectory.of(Optional.of(folder)).phrases())
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(at("phrases.gz") + " is damaged: line 1");
    Files.writeString(at("phrases.gz"), "not packed");
    assertThatThrownBy(() -> ModelDirectory.of(Optional.of(folder)).phrases())
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(at("phrases.gz") + " is damaged");
  }

  @Test
  void without_a_directory_the_shipped_model_is_read() {
    assertThat(ModelDirectory.of(Optional.empty()).linear())
        .containsOnlyKeys(Language.EN, Language.ZH);
  }

  @Test
  void what_is_no_folder_is_refused() {
    assertReading(folder.resolve("nowhere"))
        .hasMessage("model is " + folder.resolve("nowhere") + "; that is no folder");
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    for (var name : List.of("linear-zh.gz", "calibration.json", "config.json")) {
      Files.delete(folder.resolve(name));
      assertReading().hasMessage(folder + " has no " + name);
    }
  }

  @Test
  void a_file_that_was_cut_off_is_named() throws IOException {
    var bytes = Files.readAllBytes(at("linear-en.gz"));
    for (int length : new int[] {0, 5, bytes.length / 2, bytes.length - 1}) {
      Files.write(at("linear-en.gz"), Arrays.copyOf(bytes, length));
      assertReading().hasMessageStartingWith(at("linear-en.gz") + " is damaged: ");
    }
  }

  @Test
  void one_bit_that_flipped_is_noticed() throws IOException {
    var bytes = Files.readAllBytes(at("linear-en.gz"));
    for (int place = bytes.length - 1; place > 10; place -= 41) {
      var flipped = bytes.clone();
      flipped[place] ^= 1;
      Files.write(at("linear-en.gz"), flipped);
      assertReading().hasMessageStartingWith(at("linear-en.gz") + " is damaged: ");
    }
  }

  @Test
  void what_is_no_model_is_named() throws IOException {
    Files.write(at("linear-en.gz"), "weights".getBytes(StandardCharsets.UTF_8));
    assertReading().hasMessage(at("linear-en.gz") + " is damaged: Not in GZIP format");
  }

  @Test
  void json_that_ends_early_is_named_with_its_line() throws IOException {
    Files.writeString(at("calibration.json"), "{\n\"en\": ");
    assertReading().hasMessageStartingWith(at("calibration.json") + " is damaged: line 2: ");
    Files.writeString(at("config.json"), "");
    assertReading().hasMessageStartingWith(at("config.json") + " is damaged: ");
  }

  @Test
  void an_impossible_calibration_is_named_with_its_rule() throws IOException {
    Files.writeString(
        at("calibration.json"),
        "{\"en\": {\"sharpness\": 0, \"steepness\": 5, \"outOfScope\": 0}, \"zh\": null}");
    assertReading()
        .hasMessage(
            at("calibration.json")
                + " is damaged: line 1: calibration needs sharpness and steepness above 0 and a"
                + " finite outOfScope; has 0.0, 5.0 and 0.0");
  }

  @Test
  void languages_that_only_one_file_knows_are_named() throws IOException {
    Files.writeString(
        at("calibration.json"),
        "{\"en\": {\"sharpness\": 1, \"steepness\": 5, \"outOfScope\": 0}}");
    assertReading()
        .hasMessage(
            at("calibration.json")
                + " is damaged: it calibrates [en], while config.json names [en, zh]");
  }

  @Test
  void weights_of_other_intents_than_the_configuration_names_are_refused() throws IOException {
    var other = folder.resolve("other");
    var taught = new Taught(model(List.of("brew", "tour", "pay")), new Calibration(4, 5, 0));
    ModelDirectory.write(other, Map.of(Language.EN, taught));
    Files.write(at("linear-en.gz"), Files.readAllBytes(other.resolve("linear-en.gz")));
    assertReading()
        .hasMessage(
            at("linear-en.gz")
                + " is damaged: it has 3 intents and 500 features, which are not the 2 and 500 of"
                + " config.json");
  }

  @Test
  void a_configuration_of_another_version_or_language_is_refused() throws IOException {
    var config = Files.readString(at("config.json"));
    Files.writeString(at("config.json"), config.replace("\"format\" : 1", "\"format\" : 2"));
    assertReading().hasMessageEndingWith("format is 2; this version reads 1");
    for (var name : List.of("config.json", "calibration.json")) {
      Files.writeString(at(name), Files.readString(at(name)).replace("\"zh\"", "\"fr\""));
    }
    Files.writeString(at("config.json"), config.replace("\"zh\"", "\"fr\""));
    assertReading().hasMessage(at("config.json") + " is damaged: lang is fr; known: en, zh");
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private AbstractThrowableAssert<?, ?> assertReading() {
    return assertReading(folder);
  }

  private static AbstractThrowableAssert<?, ?> assertReading(Path directory) {
    return assertThatThrownBy(() -> ModelDirectory.of(Optional.of(directory)).linear())
        .isInstanceOf(Invalid.class);
  }
}
