package deskbell.training;

import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of a few numbers whose slope is unknown: goes one step up or down along one
 * number at a time, and halves the step where none helps. Finds the least of a bowl; elsewhere a
 * place that no single step improves. Pure; any thread.
 */
public final class CoordinateDescent {
  /** The search ends where the step is no longer than this. */
  static final double SMALLEST_STEP = 1e-3;

  private CoordinateDescent() {}

  /**
   * The best place that steps along the first {@code free} numbers lead to; the others stay.
   *
   * @param step the length of the first step
   * @param cost may be infinite where a place is not allowed, but not at the start
   */
  public static double[] minimise(
      double[] start, int free, double step, ToDoubleFunction<double[]> cost) {
    var best = start;
    double least = cost.applyAsDouble(best);
    double length = step;
    while (length > SMALLEST_STEP) {
      boolean better = false;
      for (int i = 0; i < 2 * free; i++) {
        var tried = best.clone();
        tried[i / 2] += i % 2 == 0 ? length : -length;
        double price = cost.applyAsDouble(tried);
        if (price < least) {
          least = price;
          best = tried;
          better = true;
        }
      }
      length = better ? length : length / 2;
    }
    return best;
  }
}
