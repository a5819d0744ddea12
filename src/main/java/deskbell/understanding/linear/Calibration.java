package deskbell.understanding.linear;

import deskbell.conversation.Invalid;

/**
 * Turns scores into probabilities: a softmax of {@code sharpness · score}, with {@code outOfScope}
 * added to what stands for {@code out_of_scope}. Both are fitted by likelihood on validation
 * examples, so that one number decides how readily a text is rejected (temperature scaling, Guo
 * 2017, with a bias).
 */
public record Calibration(double sharpness, double outOfScope) {
  public Calibration {
    if (!(sharpness > 0) || !Double.isFinite(outOfScope)) {
      throw new Invalid("calibration", "needs a sharpness above 0 and a finite out_of_scope");
    }
  }
}
