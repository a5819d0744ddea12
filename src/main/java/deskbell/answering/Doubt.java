package deskbell.answering;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of the best articles may be the best one, and how likelihoods settle that. Pure. */
public final class Doubt {
  /** Articles that are compared at most. */
  public static final int MOST = 3;

  /** An article this much less likely than the first is no rival of it. */
  private static final double RIVAL = 0.2;

  private Doubt() {}

  /**
   * How many of the best may be the best one: 1 where there is no doubt.
   *
   * @param beliefs in each article, largest first
   */
  public static int rivals(List<Double> beliefs) {
    return (int)
        beliefs.stream()
            .limit(MOST)
            .takeWhile(belief -> belief > 0 && belief >= RIVAL * beliefs.getFirst())
            .count();
  }

  /**
   * The places of the rivals in their new order.
   *
   * @param beliefs in each rival, all above 0
   * @param scores the logarithm of how likely the question is after each
   * @param weight what a score counts beside the logarithm of a belief
   */
  public static List<Integer> settled(List<Double> beliefs, List<Double> scores, double weight) {
    return IntStream.range(0, scores.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                place -> -(Math.log(beliefs.get(place)) + weight * scores.get(place))))
        .toList();
  }
}
