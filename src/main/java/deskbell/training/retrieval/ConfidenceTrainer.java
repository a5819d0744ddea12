package deskbell.training.retrieval;

import deskbell.knowledge.ranking.Signs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits the calibration: logistic regression from signs to whether the best article answered. */
final class ConfidenceTrainer {
  private static final int STEPS = 500;
  private static final double DECAY = 2e-3;

  private ConfidenceTrainer() {}

  /** A question's signs with what came of it. */
  record Example(Signs signs, boolean right) {}

  /** Fitted weights. */
  record Fit(Map<String, Double> weights, double bias) {}

  /** The weights by the signs' names. */
  static Fit train(List<Example> examples) {
    var size = Signs.NAMES.size();
    var place = Descent.minimise(size + 1, STEPS, weights -> gradient(examples, weights));
    var named = new LinkedHashMap<String, Double>();
    for (var i = 0; i < size; i++) {
      named.put(Signs.NAMES.get(i), place[i]);
    }
    return new Fit(named, place[size]);
  }

  private static double[] gradient(List<Example> examples, double[] weights) {
    var bias = weights.length - 1;
    var gradient = new double[weights.length];
    for (var example : examples) {
      var values = example.signs().values();
      var sum = weights[bias];
      for (var i = 0; i < values.length; i++) {
        sum += weights[i] * values[i];
      }
      var error = (1 / (1 + Math.exp(-sum)) - (example.right() ? 1 : 0)) / examples.size();
      for (var i = 0; i < values.length; i++) {
        gradient[i] += error * values[i];
      }
      gradient[bias] += error;
    }
    for (var i = 0; i < bias; i++) {
      gradient[i] += DECAY * weights[i];
    }
    return gradient;
  }
}
