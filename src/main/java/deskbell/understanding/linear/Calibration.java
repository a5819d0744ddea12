package deskbell.understanding.linear;

import deskbell.conversation.Invalid;

/**
 * Turns scores into probabilities. A support vector machine puts what is not its intent at −1, so
 * what lies above is evidence: {@code softplus(steepness · (score + 1))}. Probabilities are
 * proportional to evidence to the power of {@code sharpness}, and {@code out_of_scope} is worth
 * {@code outOfScope} more on the logarithm. A softmax of scores alone (temperature scaling, Guo
 * 2017) is the limit of a small steepness; it was too sure where two intents both have much
 * evidence. All three numbers are fitted by likelihood on validation examples.
 */
public record Calibration(double sharpness, double steepness, double outOfScope) {
  /** Where training puts what is surely not the intent. */
  private static final double NONE = -1;

  /** Below this, softplus is its own exponential. */
  private static final double FAR = -30;

  public Calibration {
    if (!(sharpness > 0) || !(steepness > 0) || !Double.isFinite(outOfScope)) {
      throw new Invalid(
          "calibration",
          "needs sharpness and steepness above 0 and a finite outOfScope; has "
              + sharpness
              + ", "
              + steepness
              + " and "
              + outOfScope);
    }
  }

  /** The logarithm of what a score is worth beside the others; {@link #outOfScope} apart. */
  public double logit(double score) {
    double above = steepness * (score - NONE);
    return sharpness * (above < FAR ? above : Math.log(softplus(above)));
  }

  private static double softplus(double x) {
    return x > -FAR ? x : Math.log1p(Math.exp(x));
  }
}
