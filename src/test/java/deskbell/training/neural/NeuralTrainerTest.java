package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.neural.NeuralModel;
import deskbell.training.CorpusSplit;
import deskbell.training.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralTrainerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir private Path folder;

  private static CorpusSplit corpus(String first, String second) {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 12; i++) {
      examples.add(
          new Example(
              "where is my parcel " + i,
              Language.EN,
              first,
              i < 6 ? Map.of("product", List.of("parcel")) : Map.of()));
      examples.add(new Example("谢谢你 " + i, Language.ZH, second));
    }
    return CorpusSplit.cut(examples, List.of());
  }

  private static NeuralTrainer trainer(int gapEpochs) {
    var settings = TransformerSettings.DEFAULTS.withEpochs(1);
    return new NeuralTrainer(settings, gapEpochs, TODAY, _ -> {});
  }

  @Test
  void a_corpus_becomes_a_directory_that_another_shop_continues_from() throws IOException {
    var first = folder.resolve("first");
    trainer(1).train(corpus("track", "thanks"), Material.NONE, Optional.empty(), first);
    try (var files = Files.list(first)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("config.json", "tokenizer.json", "model.safetensors");
    }

    var second = folder.resolve("second");
    trainer(0).train(corpus("thanks", "track_parcel"), Material.NONE, Optional.of(first), second);
    try (var model = NeuralModel.open(Optional.of(second))) {
      assertThat(model.intents()).containsExactly("thanks", "track_parcel");
      assertThat(model.intents(List.of("where is my parcel")).getFirst()).hasSize(2);
    }
    assertThat(Files.size(second.resolve("model.safetensors"))).isLessThan(40_000_000);
  }
}
