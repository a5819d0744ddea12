package deskbell.training;

import deskbell.conversation.IntentScore;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.FeatureBag;
import deskbell.understanding.linear.LinearModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the calibration under which validation examples are likeliest. A grid, made finer twice:
 * two parameters need no more. Where no example is out of scope, the bias is set so that {@value
 * #REJECTED} of the examples in scope are rejected.
 */
final class CalibrationFit {
  /** The share of examples in scope that may be rejected where nothing else is known. */
  static final double REJECTED = 0.05;

  private static final int STEPS = 24;
  private static final int ROUNDS = 3;
  private static final double MOST_SHARPNESS = 12;
  private static final double MOST_BIAS = 8;

  private final double[][] scores;
  private final int[] labels;
  private final int outOfScope;

  private CalibrationFit(double[][] scores, int[] labels, int outOfScope) {
    this.scores = scores;
    this.labels = labels;
    this.outOfScope = outOfScope;
  }

  /** Fits on the texts of these intents; intents that the model does not know are left out. */
  static Calibration of(LinearModel model, List<FeatureBag> texts, List<String> intents) {
    var learnt = model.intents().indexOf(IntentScore.OUT_OF_SCOPE);
    var classes = model.intents().size() + (learnt < 0 ? 1 : 0);
    var outOfScope = learnt < 0 ? classes - 1 : learnt;
    int[] known =
        IntStream.range(0, texts.size())
            .filter(i -> label(model, intents.get(i), outOfScope) >= 0)
            .toArray();
    var scores = new double[known.length][];
    var labels = new int[known.length];
    for (int i = 0; i < known.length; i++) {
      scores[i] = Arrays.copyOf(model.scores(texts.get(known[i])), classes);
      labels[i] = label(model, intents.get(known[i]), outOfScope);
    }
    return new CalibrationFit(scores, labels, outOfScope).fit();
  }

  private static int label(LinearModel model, String intent, int outOfScope) {
    return intent.equals(IntentScore.OUT_OF_SCOPE) ? outOfScope : model.intents().indexOf(intent);
  }

  private Calibration fit() {
    var anyOutside = IntStream.of(labels).anyMatch(label -> label == outOfScope);
    var best = new Calibration(MOST_SHARPNESS / 2, 0);
    double sharpnessReach = MOST_SHARPNESS / 2;
    double biasReach = anyOutside ? MOST_BIAS : 0;
    for (int round = 0; round < ROUNDS; round++) {
      best = around(best, sharpnessReach, biasReach);
      sharpnessReach *= 4.0 / STEPS;
      biasReach *= 4.0 / STEPS;
    }
    return anyOutside ? best : rejecting(best.sharpness());
  }

  private Calibration around(Calibration centre, double sharpnessReach, double biasReach) {
    var best = centre;
    double least = surprise(centre);
    for (int i = -STEPS / 2; i <= STEPS / 2; i++) {
      for (int j = -STEPS / 2; j <= STEPS / 2; j++) {
        double sharpness = centre.sharpness() + 2.0 * i / STEPS * sharpnessReach;
        if (sharpness > 0) {
          var tried = new Calibration(sharpness, centre.outOfScope() + 2.0 * j / STEPS * biasReach);
          double surprise = surprise(tried);
          if (surprise < least) {
            least = surprise;
            best = tried;
          }
        }
      }
    }
    return best;
  }

  /** The mean negative log-likelihood of the labels. */
  private double surprise(Calibration calibration) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < scores[i].length; k++) {
        most = Math.max(most, logit(calibration, i, k));
      }
      double total = 0;
      for (int k = 0; k < scores[i].length; k++) {
        total += Math.exp(logit(calibration, i, k) - most);
      }
      sum += most + Math.log(total) - logit(calibration, i, labels[i]);
    }
    return sum / scores.length;
  }

  private double logit(Calibration calibration, int example, int intent) {
    double logit = calibration.sharpness() * scores[example][intent];
    return intent == outOfScope ? logit + calibration.outOfScope() : logit;
  }

  private Calibration rejecting(double sharpness) {
    double[] best =
        IntStream.range(0, scores.length)
            .mapToDouble(i -> bestInScope(scores[i]) * sharpness)
            .sorted()
            .toArray();
    return new Calibration(sharpness, best.length == 0 ? 0 : best[(int) (REJECTED * best.length)]);
  }

  private double bestInScope(double[] of) {
    return IntStream.range(0, of.length)
        .filter(k -> k != outOfScope)
        .mapToDouble(k -> of[k])
        .max()
        .orElse(0);
  }
}
