package deskbell.training.material;

import deskbell.neural.PlainText;
import deskbell.understanding.NeuralRewriter.Attempt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From how sure a model must be of a rewriting that believing it helps. */
public final class RewriteFit {
  private RewriteFit() {}

  /** What believing a rewriting brings: 1 where it mends a follow-up, -1 where it spoils one. */
  private record Gain(double score, int gain) {}

  /**
   * The least mean logarithm of a token's probability at which most follow-ups come out right;
   * empty where leaving all as they were said is no worse.
   */
  public static Optional<Double> of(
      List<Rewriting> pairs, Function<Rewriting, Optional<Attempt>> rewriter) {
    var gains = new ArrayList<Gain>();
    for (var pair : pairs) {
      rewriter
          .apply(pair)
          .map(attempt -> new Gain(attempt.score(), gain(pair, attempt.alone())))
          .ifPresent(gains::add);
    }
    gains.sort(Comparator.comparingDouble(Gain::score).reversed());
    Optional<Double> best = Optional.empty();
    int most = 0;
    int sum = 0;
    for (var gain : gains) {
      sum += gain.gain();
      if (sum > most) {
        most = sum;
        best = Optional.of(gain.score());
      }
    }
    return best;
  }

  private static int gain(Rewriting pair, String alone) {
    var wanted = RewriteAccuracy.bare(pair.alone());
    return (wanted.equals(RewriteAccuracy.bare(alone)) ? 1 : 0)
        - (wanted.equals(RewriteAccuracy.bare(PlainText.of(pair.text()))) ? 1 : 0);
  }
}
