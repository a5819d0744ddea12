package deskbell.training.material;

import deskbell.understanding.NeuralRewriter.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From how sure a model must be of a rewriting that believing it helps. */
public final class RewriteFit {
  private RewriteFit() {}

  /**
   * The least logarithm of a rewriting's probability from which right rewritings outnumber wrong
   * ones by most; empty where they never do.
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

  /** 1 for a rewriting that is right, -1 for any other: it would lead astray. */
  private static int gain(Rewriting pair, String alone) {
    return RewriteAccuracy.bare(pair.alone()).equals(RewriteAccuracy.bare(alone)) ? 1 : -1;
  }
}
