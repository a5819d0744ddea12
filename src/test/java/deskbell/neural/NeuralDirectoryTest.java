package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.conversation.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralDirectoryTest {
  @TempDir private Path directory;

  @BeforeEach
  void write() throws IOException {
    try (var scope = Torch.scope()) {
      NeuralDirectory.write(
          directory, SmallTransformer.weights(scope), SmallTransformer.tokenizer());
    }
  }

  private void refused(String file, String rule) {
    assertThatThrownBy(() -> NeuralDirectory.read(Optional.of(directory)))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith(directory.resolve(file) + ": ")
        .hasMessageContaining(rule);
  }

  @Test
  void what_was_written_is_read() {
    var contents = NeuralDirectory.read(Optional.of(directory));

    assertThat(contents.config()).isEqualTo(SmallTransformer.SIZE);
    try (var scope = Torch.scope()) {
      var before = SmallTransformer.weights(scope).get("embedding").toFloatArray();
      var after = contents.weights().get("embedding");
      assertThat(after).hasSameSizeAs(before);
      assertThat(after[5]).isCloseTo(before[5], within(0.001f));
    }
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    Files.delete(directory.resolve("tokenizer.json"));
    refused("tokenizer.json", "does not exist");
  }

  @Test
  void truncated_weights_are_refused() throws IOException {
    var file = directory.resolve("model.safetensors");
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    refused("model.safetensors", "the file holds");
    Files.write(file, new byte[3]);
    refused("model.safetensors", "ends too early");
  }

  @Test
  void weights_of_another_size_are_refused() throws IOException {
    change("config.json", json -> json.withObject("/transformer").put("feedForward", 64));
    refused("model.safetensors", "encoder.0.feed.in has 512 values; the configuration asks for");
  }

  @Test
  void weights_of_more_layers_are_refused() throws IOException {
    change("config.json", json -> json.withObject("/transformer").put("encoderLayers", 1));
    refused("model.safetensors", "encoder.1.self.gain is no weight of this configuration");
  }

  @Test
  void a_nonsensical_size_is_refused() throws IOException {
    change("config.json", json -> json.withObject("/transformer").put("heads", 3));
    refused("config.json", "heads is 3; must divide the width, 16");
    change("config.json", json -> json.withObject("/transformer").remove("width"));
    refused("config.json", "width is 0; 1 to 4096");
    change("config.json", json -> json.remove("transformer"));
    refused("config.json", "transformer is missing");
    Files.writeString(directory.resolve("config.json"), "{");
    refused("config.json", "is damaged");
  }

  @Test
  void another_tokenizer_is_refused() throws IOException {
    change("tokenizer.json", json -> json.withObject("/model/vocab").put("more", 400));
    refused("tokenizer.json", "vocab has 401 tokens; config.json says 400");
    change("tokenizer.json", json -> json.withObject("/model/vocab").put("<end>", 9));
    refused("tokenizer.json", "vocab has no <end> with the id 1");
    Files.writeString(directory.resolve("tokenizer.json"), "nonsense");
    refused("tokenizer.json", "is not JSON");
  }

  private void change(String name, Consumer<ObjectNode> change) throws IOException {
    var file = directory.resolve(name);
    var json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    change.accept(json);
    Files.writeString(file, json.toString());
  }
}
