package deskbell.understanding.linear;

import deskbell.understanding.Distribution;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which kind of thing a value is, by its letters: a place, a product, a day, a way to pay.
 * Immutable; any thread.
 *
 * @param model whose intents are the kinds
 */
public record ValueKinds(LinearModel model, Calibration calibration) {
  /** The least probability of two values being of one kind: letters never rule it out. */
  private static final double LEAST = 1e-3;

  /** What a model of kinds is trained on and asked by: a value in its plain form. */
  public static FeatureBag features(String value) {
    return Features.of(value.strip());
  }

  /** The logarithm of the probability that two values are of one kind. */
  public double alike(String one, String other) {
    double both =
        one.isBlank() || other.isBlank() ? 0 : product(distribution(one), distribution(other));
    return Math.log(both + LEAST);
  }

  private Distribution distribution(String value) {
    var scores = model.scores(features(value));
    return Distribution.softmax(
        model.intents(), Arrays.stream(scores).map(calibration::logit).toArray());
  }

  private double product(Distribution one, Distribution other) {
    return IntStream.range(0, model.intents().size())
        .mapToDouble(kind -> one.probability(kind) * other.probability(kind))
        .sum();
  }
}
