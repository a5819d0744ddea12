package deskbell.understanding.linear;

import deskbell.conversation.IntentScore;
import deskbell.understanding.Distribution;
import deskbell.understanding.IntentVoter;
import deskbell.understanding.Utterance;
import java.util.ArrayList;
import java.util.List;

/** The calibrated vote of a {@link LinearModel}. Any thread. */
public final class LinearVoter implements IntentVoter {
  /** The voter's name in configuration and reports. */
  public static final String NAME = "linear";

  private final LinearModel model;
  private final Calibration calibration;
  private final List<String> intents;
  private final int outOfScope;

  /** A voter whose scores become probabilities by this calibration. */
  public LinearVoter(LinearModel model, Calibration calibration) {
    this.model = model;
    this.calibration = calibration;
    var learnt = model.intents().indexOf(IntentScore.OUT_OF_SCOPE);
    var all = new ArrayList<>(model.intents());
    if (learnt < 0) {
      all.add(IntentScore.OUT_OF_SCOPE);
    }
    this.intents = List.copyOf(all);
    this.outOfScope = learnt < 0 ? all.size() - 1 : learnt;
  }

  /** The features that a model is trained on and votes by. */
  public static FeatureBag features(Utterance utterance) {
    return Features.of(Masks.apply(utterance));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> intents() {
    return intents;
  }

  /** Probabilities of the learnt intents, and of {@code out_of_scope} whether learnt or not. */
  @Override
  public Distribution vote(Utterance utterance) {
    var scores = model.scores(features(utterance));
    var logits = new double[intents.size()];
    for (int i = 0; i < scores.length; i++) {
      logits[i] = calibration.logit(scores[i]);
    }
    logits[outOfScope] += calibration.outOfScope();
    return Distribution.softmax(intents, logits);
  }
}
