package deskbell.training.material;

import deskbell.neural.PlainText;
import deskbell.understanding.NeuralRewriter.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From how sure a model must be of a rewriting that believing it helps. */
public final class RewriteFit {
  private RewriteFit() {}

  /**
   * The least mean logarithm of a token's probability at which most follow-ups come out right;
   * empty where leaving all as they were said is no worse.
   */
  public static Optional<Double> of(
      List<Rewriting> pairs, Function<Rewriting, Optional<Attempt>> rewriter) {
    var gains = new ArrayList<Belief.Gain>();
    for (var pair : pairs) {
      rewriter
          .apply(pair)
          .map(attempt -> new Belief.Gain(attempt.score(), gain(pair, attempt.alone())))
          .ifPresent(gains::add);
    }
    return Belief.from(gains);
  }

  /** 1 where a rewriting mends a follow-up, -1 where it spoils one. */
  private static int gain(Rewriting pair, String alone) {
    var wanted = RewriteAccuracy.bare(pair.alone());
    return (wanted.equals(RewriteAccuracy.bare(alone)) ? 1 : 0)
        - (wanted.equals(RewriteAccuracy.bare(PlainText.of(pair.text()))) ? 1 : 0);
  }
}
