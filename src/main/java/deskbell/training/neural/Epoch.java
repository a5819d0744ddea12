package deskbell.training.neural;

import java.util.Locale;

/**
 * How an epoch ended.
 *
 * @param trained mean loss while learning
 * @param validated mean loss on what was not learnt
 * @param accuracy share of validation intents that were found; 0 where there are none
 */
public record Epoch(int number, double trained, double validated, double accuracy) {
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
