package deskbell.training;

import java.util.List;
import java.util.Locale;

/**
 * How much more often one predictor is right than another on the same examples, with the interval
 * that holds the true difference in 95 of 100 samples (normal approximation of paired differences).
 *
 * @param mean difference of the two accuracies
 * @param margin half the interval's width
 */
public record Gain(double mean, double margin) {
  private static final double TWO_SIDED_95 = 1.96;

  /** The gain of one over another; both tell for each example whether they were right. */
  public static Gain of(List<Boolean> better, List<Boolean> worse) {
    int count = better.size();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double difference = (better.get(i) ? 1 : 0) - (worse.get(i) ? 1 : 0);
      sum += difference;
      squares += difference * difference;
    }
    double mean = count == 0 ? 0 : sum / count;
    double variance = count < 2 ? 0 : (squares - count * mean * mean) / (count - 1);
    return new Gain(mean, count == 0 ? 0 : TWO_SIDED_95 * Math.sqrt(variance / count));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%+.1f points, 95 %% interval %+.1f to %+.1f",
        100 * mean,
        100 * (mean - margin),
        100 * (mean + margin));
  }
}
