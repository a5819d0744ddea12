package deskbell.neural;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Transformer small enough for tests. */
final class SmallTransformer {
  static final TransformerConfig SIZE =
      new TransformerConfig(
          400, List.of("greet", "track_order", "out_of_scope"), 16, 2, 32, 2, 2, 32, 16);

  private SmallTransformer() {}

  /** A tokenizer that knows marks, bytes and invented words. */
  static String tokenizer() {
    var json = new ObjectMapper().createObjectNode();
    json.putObject("pre_tokenizer").put("type", "Whitespace");
    json.putObject("decoder").put("type", "ByteFallback");
    var model = json.putObject("model").put("type", "BPE").put("byte_fallback", true);
    model.put("ignore_merges", true).putArray("merges");
    var vocabulary = model.putObject("vocab");
    Pieces.names().forEach(name -> vocabulary.put(name, vocabulary.size()));
    while (vocabulary.size() < SIZE.pieces()) {
      vocabulary.put("word" + vocabulary.size(), vocabulary.size());
    }
    return json.toString();
  }

  /** The same as a model that was written to a folder and read again. */
  static NeuralModel model(Path folder) throws IOException {
    try (var scope = Torch.scope()) {
      NeuralDirectory.write(folder, weights(scope), tokenizer());
    }
    return NeuralModel.open(Optional.of(folder));
  }

  static Weights weights(NDManager scope) {
    return Weights.random(SIZE, scope, 7);
  }
}
