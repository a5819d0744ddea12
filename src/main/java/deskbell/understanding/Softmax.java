package deskbell.understanding;

import java.util.Arrays;

/** Turns scores into probabilities. Pure. */
public final class Softmax {
  private Softmax() {}

  /** Probabilities that add up to 1: larger scores are likelier, their differences count. */
  public static double[] of(double[] scores) {
    double max = Arrays.stream(scores).max().orElse(0);
    double[] exponentials = Arrays.stream(scores).map(score -> Math.exp(score - max)).toArray();
    double sum = Arrays.stream(exponentials).sum();
    return Arrays.stream(exponentials).map(value -> value / sum).toArray();
  }
}
