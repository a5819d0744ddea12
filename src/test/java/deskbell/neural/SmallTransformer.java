package deskbell.neural;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

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

  static Weights weights(NDManager scope) {
    return Weights.random(SIZE, scope, 7);
  }
}
