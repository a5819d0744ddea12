package deskbell.knowledge.ranking;

import java.util.List;
import java.util.Map;

/** Weights laid out in the order of named values. Immutable. */
final class Weights {
  private final double[] weights;
  private final double bias;

  private Weights(double[] weights, double bias) {
    this.weights = weights;
    this.bias = bias;
  }

  static Weights of(Map<String, Double> byName, List<String> names, double bias) {
    return new Weights(names.stream().mapToDouble(byName::get).toArray(), bias);
  }

  /** The weighted sum of values in the order of the names. */
  double sum(float[] values) {
    var sum = bias;
    for (var i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
