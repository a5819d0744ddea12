package deskbell.training;

import deskbell.conversation.Invalid;

/**
 * How the linear model is trained.
 *
 * @param cost of an error against the length of the weights: larger fits the examples closer
 * @param tolerance at which the solver stops
 * @param rounds the solver's passes over the examples at most
 * @param leastExamples examples a feature must occur in to be kept
 */
public record LinearSettings(double cost, double tolerance, int rounds, int leastExamples) {
  /** Chosen by cross-validation on the shop's corpus and on public data. */
  public static final LinearSettings DEFAULTS = new LinearSettings(0.5, 0.01, 300, 1);

  public LinearSettings {
    if (!(cost > 0)) {
      throw new Invalid("cost", "is " + cost + "; must be above 0");
    }
  }
}
