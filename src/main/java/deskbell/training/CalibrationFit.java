package deskbell.training;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.understanding.Utterance;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.FeatureBag;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.LinearVoter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the calibration under which validation examples are likeliest, by {@link
 * CoordinateDescent}. A small pull towards {@link #USUAL} keeps few examples from certainty. Where
 * no example is out of scope, the bias is set so that {@value #REJECTED} of the examples in scope
 * are rejected; few examples do not show where that is, so the fewer there are, the nearer it lies
 * to a text without any words.
 */
public final class CalibrationFit {
  /** The share of examples in scope that may be rejected where nothing else is known. */
  static final double REJECTED = 0.05;

  /** Where the search begins, and what stands where there is no example. */
  static final Calibration USUAL = new Calibration(4, 5, 0);

  private static final double PULL = 1e-3;
  private static final double FIRST_STEP = 1;

  /** Takes {@code out_of_scope} out of the comparison. */
  private static final double IMPOSSIBLE = -1e6;

  private final double[][] scores;
  private final int[] labels;
  private final int outOfScope;
  private final boolean learnt;
  private final double[] ofNothing;

  private CalibrationFit(LinearModel model, double[][] scores, int[] labels, int outOfScope) {
    this.scores = scores;
    this.labels = labels;
    this.outOfScope = outOfScope;
    learnt = outOfScope < model.intents().size();
    ofNothing = model.scores(LinearVoter.features(new Utterance("", Language.EN, List.of())));
  }

  /** Fits on the texts of these intents; intents that the model does not know are left out. */
  public static Calibration of(LinearModel model, List<FeatureBag> texts, List<String> intents) {
    var place = model.intents().indexOf(IntentScore.OUT_OF_SCOPE);
    var outOfScope = place < 0 ? model.intents().size() : place;
    int[] known =
        IntStream.range(0, texts.size())
            .filter(i -> label(model, intents.get(i), outOfScope) >= 0)
            .toArray();
    var scores = new double[known.length][];
    var labels = new int[known.length];
    for (int i = 0; i < known.length; i++) {
      scores[i] = model.scores(texts.get(known[i]));
      labels[i] = label(model, intents.get(known[i]), outOfScope);
    }
    return new CalibrationFit(model, scores, labels, outOfScope).fit();
  }

  private static int label(LinearModel model, String intent, int outOfScope) {
    return intent.equals(IntentScore.OUT_OF_SCOPE) ? outOfScope : model.intents().indexOf(intent);
  }

  private Calibration fit() {
    if (scores.length == 0) {
      return USUAL;
    }
    if (IntStream.of(labels).anyMatch(label -> label == outOfScope)) {
      return searched(place(USUAL), 3);
    }
    var start = place(USUAL);
    start[2] = IMPOSSIBLE;
    return rejecting(searched(start, 2));
  }

  /** A calibration as a place to search from: logarithms of what must stay above 0. */
  private static double[] place(Calibration calibration) {
    return new double[] {
      Math.log(calibration.sharpness()), Math.log(calibration.steepness()), calibration.outOfScope()
    };
  }

  private static Calibration at(double[] place) {
    return new Calibration(Math.exp(place[0]), Math.exp(place[1]), place[2]);
  }

  /** The best place that steps along the first so many numbers lead to. */
  private Calibration searched(double[] start, int numbers) {
    return at(CoordinateDescent.minimise(start, numbers, FIRST_STEP, this::cost));
  }

  private double cost(double[] place) {
    var usual = place(USUAL);
    double pull = 0;
    for (int i = 0; i < 2; i++) {
      pull += (place[i] - usual[i]) * (place[i] - usual[i]);
    }
    return surprise(at(place)) + PULL * pull;
  }

  /** The mean negative log-likelihood of the labels. */
  private double surprise(Calibration calibration) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      var logits = logits(calibration, scores[i]);
      double most = Arrays.stream(logits).max().orElse(0);
      double total = 0;
      for (double logit : logits) {
        total += Math.exp(logit - most);
      }
      sum += most + Math.log(total) - logits[labels[i]];
    }
    return sum / scores.length;
  }

  private double[] logits(Calibration calibration, double[] of) {
    var logits = new double[learnt ? of.length : of.length + 1];
    for (int k = 0; k < of.length; k++) {
      logits[k] = calibration.logit(of[k]);
    }
    logits[outOfScope] += calibration.outOfScope();
    return logits;
  }

  private Calibration rejecting(Calibration fitted) {
    double[] leads = Arrays.stream(scores).mapToDouble(of -> lead(fitted, of)).sorted().toArray();
    double rejected = REJECTED * leads.length;
    double bias = leads[(int) rejected];
    double doubt = 1 / (1 + rejected);
    bias -= doubt / 2 * (bias - lead(fitted, ofNothing));
    return new Calibration(fitted.sharpness(), fitted.steepness(), bias);
  }

  /** How far the best intent in scope is ahead of {@code out_of_scope} without a bias. */
  private double lead(Calibration fitted, double[] of) {
    double best =
        IntStream.range(0, of.length)
            .filter(k -> k != outOfScope)
            .mapToDouble(k -> fitted.logit(of[k]))
            .max()
            .orElse(0);
    return learnt ? best - fitted.logit(of[outOfScope]) : best;
  }
}
