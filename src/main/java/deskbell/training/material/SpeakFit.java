package deskbell.training.material;

import deskbell.answering.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From how sure a model must be of a shorter answer that giving it helps. */
public final class SpeakFit {
  /** Right short answers that one wrong answer undoes: the long answer was right in any case. */
  private static final int PRICE = 9;

  private SpeakFit() {}

  /**
   * The least mean logarithm of a token's probability at which short answers help most; empty where
   * saying everything in full is no worse.
   *
   * @param speaker what the model would say, however unsure it is
   */
  public static Optional<Double> of(
      List<ShortAnswer> answers, Function<ShortAnswer, Spoken> speaker) {
    var gains = new ArrayList<Belief.Gain>();
    for (var answer : answers) {
      if (speaker.apply(answer) instanceof Spoken.Said(var text, var score)) {
        boolean right = SameAnswer.asOneOf(answer.replies(), text);
        gains.add(new Belief.Gain(score, right ? 1 : -PRICE));
      }
    }
    return Belief.from(gains);
  }
}
