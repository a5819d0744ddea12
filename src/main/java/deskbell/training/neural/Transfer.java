package deskbell.training.neural;

import deskbell.neural.NeuralDirectory;
import deskbell.neural.Torch;
import deskbell.neural.TransformerConfig;
import deskbell.neural.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes what a Transformer knows over to other intents. Pure but for native memory. */
final class Transfer {
  private static final String EMBEDDING = "embedding";

  private Transfer() {}

  /** Weights for a configuration that has the same size but for its intents; known ones stay. */
  static Map<String, float[]> to(
      TransformerConfig config, NeuralDirectory.Contents known, long seed) {
    var values = new LinkedHashMap<>(known.weights());
    float[] rows;
    try (var scope = Torch.scope()) {
      rows = Weights.random(config, scope, seed).values().get(EMBEDDING);
    }
    int width = config.width();
    var before = known.weights().get(EMBEDDING);
    System.arraycopy(before, 0, rows, 0, config.pieces() * width);
    for (int i = 0; i < config.intents().size(); i++) {
      int old = known.config().intents().indexOf(config.intents().get(i));
      if (old >= 0) {
        int from = (config.pieces() + old) * width;
        System.arraycopy(before, from, rows, (config.pieces() + i) * width, width);
      }
    }
    values.put(EMBEDDING, rows);
    return values;
  }
}
