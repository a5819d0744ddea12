package deskbell.training.material;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From how sure a model must be that believing it pays. */
final class Belief {
  private Belief() {}

  /**
   * What believing one of a model's texts brings.
   *
   * @param score how sure the model is, larger where it is surer
   * @param gain above 0 where it helps, below where it harms
   */
  record Gain(double score, double gain) {}

  /** The least score from which all gains together are largest; empty where none are above 0. */
  static Optional<Double> from(List<Gain> gains) {
    Optional<Double> best = Optional.empty();
    double most = 0;
    double sum = 0;
    var surest = gains.stream().sorted(Comparator.comparingDouble(Gain::score).reversed()).toList();
    for (var gain : surest) {
      sum += gain.gain();
      if (sum > most) {
        most = sum;
        best = Optional.of(gain.score());
      }
    }
    return best;
  }
}
