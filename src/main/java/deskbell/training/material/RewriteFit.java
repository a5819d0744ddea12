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
   * The least logarithm of a rewriting's probability from which rewritings that put right outnumber
   * those that spoil what was right by most; empty where they never do.
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

  /** What a rewriting changes about being right: nothing where the follow-up was no better. */
  private static int gain(Rewriting pair, String alone) {
    return right(pair, alone) - right(pair, pair.text());
  }

  private static int right(Rewriting pair, String text) {
    return RewriteAccuracy.bare(pair.alone()).equals(RewriteAccuracy.bare(text)) ? 1 : 0;
  }
}
