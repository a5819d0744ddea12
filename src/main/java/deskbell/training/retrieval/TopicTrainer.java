package deskbell.training.retrieval;

import deskbell.knowledge.ranking.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Fits the {@link Topics} of one language: multinomial logistic regression over sparse features, by
 * AdaGrad (Duchi, Hazan and Singer 2011). The same examples and seed give the same weights.
 */
final class TopicTrainer {
  /** A feature of fewer examples is left out. */
  private static final int RARE = 2;

  private static final int EPOCHS = 30;
  private static final double RATE = 0.5;
  private static final double DECAY = 2e-6;
  private static final long SEED = 20_261_122;

  private final List<String> names;
  private final Map<String, Row> rows = new HashMap<>();

  private TopicTrainer(Collection<Example> examples) {
    this.names = examples.stream().map(Example::topic).distinct().sorted().toList();
    var counts = new HashMap<String, Integer>();
    examples.forEach(e -> e.features().forEach(feature -> counts.merge(feature, 1, Integer::sum)));
    counts.forEach(
        (feature, count) -> {
          if (count >= RARE) {
            var rarity = Math.log1p((double) examples.size() / count) / 3;
            rows.put(feature, new Row(names.size(), rarity));
          }
        });
  }

  /** A text's features with its topic. */
  record Example(Set<String> features, String topic) {}

  /** A feature's weights while they are learned. */
  private static final class Row {
    private final double scale;
    private final double[] weights;
    private final double[] squares;

    Row(int topics, double scale) {
      this.scale = scale;
      this.weights = new double[topics];
      this.squares = new double[topics];
    }
  }

  /** Fits the topics of examples. */
  static Topics train(Collection<Example> examples) {
    var trainer = new TopicTrainer(examples);
    var order = new ArrayList<>(examples);
    var random = new Random(SEED);
    for (var epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(trainer::learn);
    }
    return trainer.result();
  }

  private void learn(Example example) {
    var known = example.features().stream().map(rows::get).filter(row -> row != null).toList();
    if (known.isEmpty()) {
      return;
    }
    var norm = 1 / Math.sqrt(known.size());
    var probabilities = probabilities(known, norm);
    probabilities[names.indexOf(example.topic())] -= 1;
    for (var row : known) {
      for (var topic = 0; topic < probabilities.length; topic++) {
        var gradient = probabilities[topic] * row.scale * norm + DECAY * row.weights[topic];
        row.squares[topic] += gradient * gradient;
        row.weights[topic] -= RATE * gradient / Math.sqrt(row.squares[topic] + 1e-8);
      }
    }
  }

  private double[] probabilities(List<Row> known, double norm) {
    var scores = new double[names.size()];
    for (var row : known) {
      for (var topic = 0; topic < scores.length; topic++) {
        scores[topic] += row.weights[topic] * row.scale * norm;
      }
    }
    var max = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).max().orElse(0);
    var sum = 0.0;
    for (var topic = 0; topic < scores.length; topic++) {
      scores[topic] = Math.exp(scores[topic] - max);
      sum += scores[topic];
    }
    for (var topic = 0; topic < scores.length; topic++) {
      scores[topic] /= sum;
    }
    return scores;
  }

  private Topics result() {
    var weights = new HashMap<String, float[]>();
    rows.forEach(
        (feature, row) -> {
          var values = new float[names.size()];
          for (var topic = 0; topic < values.length; topic++) {
            values[topic] = (float) (row.weights[topic] * row.scale);
          }
          weights.put(feature, values);
        });
    return Topics.of(names, weights);
  }
}
