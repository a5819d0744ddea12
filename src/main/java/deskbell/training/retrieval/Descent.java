package deskbell.training.retrieval;

import java.util.function.UnaryOperator;

/** Minimises a smooth function by Adam (Kingma and Ba 2015) over all examples at once. */
final class Descent {
  private static final double RATE = 0.1;
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;

  private Descent() {}

  /** The place after so many steps from the origin. */
  static double[] minimise(int size, int steps, UnaryOperator<double[]> gradient) {
    var place = new double[size];
    var mean = new double[size];
    var square = new double[size];
    for (var step = 1; step <= steps; step++) {
      var slope = gradient.apply(place);
      for (var i = 0; i < size; i++) {
        mean[i] = FIRST * mean[i] + (1 - FIRST) * slope[i];
        square[i] = SECOND * square[i] + (1 - SECOND) * slope[i] * slope[i];
        var unbiased = mean[i] / (1 - Math.pow(FIRST, step));
        var length = Math.sqrt(square[i] / (1 - Math.pow(SECOND, step))) + 1e-8;
        place[i] -= RATE * unbiased / length;
      }
    }
    return place;
  }
}
