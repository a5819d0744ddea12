package deskbell.training.neural;

import deskbell.training.LossChart;
import java.util.Locale;

/**
 * How an epoch ended.
 *
 * @param trained mean loss while learning
 * @param validated mean loss on what was not learnt
 * @param accuracy share of validation intents that were found; 0 where there are none
 */
public record Epoch(int number, double trained, double validated, double accuracy) {
  /** As it is drawn. */
  public LossChart.Point point() {
    return new LossChart.Point(trained, validated, accuracy);
  }

  /** One line for people. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "epoch %d: loss %.3f, validation loss %.3f, intents right %.1f %%",
        number,
        trained,
        validated,
        100 * accuracy);
  }
}
