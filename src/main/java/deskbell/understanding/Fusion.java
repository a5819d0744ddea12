package deskbell.understanding;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import java.util.List;
import java.util.Map;

/**
 * How several opinions become one: the weighted sum of the logarithms of their probabilities (a
 * logarithmic opinion pool, Genest 1986), and {@code out_of_scope} worth {@code outOfScope} more.
 * The weights say whom to believe, and their sum how surely. Immutable; any thread.
 *
 * @param weights by voter's name
 */
public record Fusion(Map<String, Double> weights, double outOfScope) {
  /** What a voter holds impossible only it holds impossible. */
  private static final double FLOOR = 1e-4;

  public Fusion {
    weights = Map.copyOf(weights);
    if (weights.isEmpty()) {
      throw new Invalid("weights", "are missing");
    }
    weights.forEach(
        (voter, weight) -> {
          if (!(weight >= 0) || weight.isInfinite()) {
            throw new Invalid("weights", voter + " has " + weight + "; must be at least 0");
          }
        });
    if (!Double.isFinite(outOfScope)) {
      throw new Invalid("outOfScope", "is " + outOfScope + "; must be finite");
    }
  }

  /** The opinion of all, over these intents. Each opinion must be of a voter that has a weight. */
  public Distribution of(List<String> intents, Map<String, Distribution> opinions) {
    var logits = new double[intents.size()];
    opinions.forEach((voter, opinion) -> add(logits, weights.get(voter), intents, opinion));
    int rejecting = intents.indexOf(IntentScore.OUT_OF_SCOPE);
    if (rejecting >= 0) {
      logits[rejecting] += outOfScope;
    }
    return Distribution.softmax(intents, logits);
  }

  private static void add(
      double[] logits, double weight, List<String> intents, Distribution opinion) {
    boolean aligned = opinion.intents().equals(intents);
    for (int i = 0; i < logits.length; i++) {
      double probability = aligned ? opinion.probability(i) : opinion.probability(intents.get(i));
      logits[i] += weight * Math.log(Math.max(FLOOR, probability));
    }
  }
}
