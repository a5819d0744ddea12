package deskbell.answering.excerpt;

import deskbell.answering.excerpt.Excerpts.Compared;
import deskbell.conversation.Invalid;
import deskbell.understanding.Softmax;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides which part of an answer is asked for, by weights of its signs. Pure.
 *
 * @param weights of each of the {@link Signs}
 */
public record Finder(List<Double> weights) {
  public Finder {
    weights = List.copyOf(weights);
    if (weights.size() != Signs.COUNT) {
      throw new Invalid(
          "speaking.json",
          "weighs "
              + weights.size()
              + " signs; this version has "
              + Signs.COUNT
              + ": train again with --material");
    }
  }

  /** How likely each part is what is asked for; together 1. */
  public double[] chances(List<Signs> signs) {
    return Softmax.of(signs.stream().mapToDouble(this::score).toArray());
  }

  private double score(Signs signs) {
    var values = signs.values();
    double score = 0;
    for (int i = 0; i < values.length; i++) {
      score += weights.get(i) * values[i];
    }
    return score;
  }

  /**
   * The likeliest part, or the two likeliest, where their chance is large enough.
   *
   * @param least the chance from which they are believed
   */
  public Optional<Excerpt> found(Compared compared, double least) {
    var chances = chances(compared.signs());
    var likeliest =
        IntStream.range(0, chances.length)
            .mapToObj(i -> new Excerpt(compared.parts().get(i), chances[i]))
            .sorted(Comparator.comparingDouble(Excerpt::chance).reversed())
            .limit(2)
            .toList();
    var one = likeliest.stream().findFirst().filter(first -> first.chance() >= least);
    return one.or(
        () -> likeliest.stream().reduce(Excerpt::and).filter(both -> both.chance() >= least));
  }
}
