package deskbell.answering.excerpt;

import deskbell.knowledge.text.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is looked at when a part of an answer is compared with a question. Terms count the more, the
 * fewer parts of the answer have them.
 *
 * @param covered share of the question's concepts that the part has
 * @param alike cosine of their neighbouring characters
 * @param likelihood mean logarithm of a token's probability in the question after the part
 * @param meant how much of what the question may mean the part may mean too
 * @param asked how strongly the question asks for the kinds of values that the part states
 * @param length logarithm of the number of its words
 * @param first 1 where the answer begins with it, else 0
 */
public record Signs(
    double covered,
    double alike,
    double likelihood,
    double meant,
    double asked,
    double length,
    double first) {
  /** How many there are. */
  public static final int COUNT = 7;

  /** How often a term that no part has counts as being had. */
  private static final double UNSEEN = 0.5;

  /** All of them, in the order above. */
  public double[] values() {
    return new double[] {covered, alike, likelihood, meant, asked, length, first};
  }

  /**
   * Of each part.
   *
   * @param likelihoods of the question after each part
   * @param overlaps of what question and each part may mean
   * @param asked for the kinds of each part's values
   */
  static List<Signs> of(
      Terms question,
      List<Terms> parts,
      List<Double> likelihoods,
      List<Double> overlaps,
      List<Double> asked) {
    var concepts = new Rarity(parts.stream().map(Terms::concepts).toList());
    var grams = new Rarity(parts.stream().map(Terms::grams).toList());
    var signs = new ArrayList<Signs>();
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      signs.add(
          new Signs(
              concepts.covered(question.concepts(), part.concepts()),
              grams.cosine(question.grams(), part.grams()),
              likelihoods.get(i),
              overlaps.get(i),
              asked.get(i),
              Math.log(1.0 + part.words().size()),
              i == 0 ? 1 : 0));
    }
    return signs;
  }

  /** How rare terms are among parts. */
  private static final class Rarity {
    private final Map<String, Integer> having = new HashMap<>();
    private final int parts;

    Rarity(List<List<String>> parts) {
      this.parts = parts.size();
      parts.forEach(part -> Set.copyOf(part).forEach(term -> having.merge(term, 1, Integer::sum)));
    }

    private double of(String term) {
      var had = having.get(term);
      return Math.log(1 + parts / (had == null ? UNSEEN : had));
    }

    double covered(Collection<String> question, Collection<String> part) {
      var all = Set.copyOf(question);
      double sum = all.stream().mapToDouble(this::of).sum();
      return sum == 0 ? 0 : common(all, part).stream().mapToDouble(this::of).sum() / sum;
    }

    double cosine(Collection<String> question, Collection<String> part) {
      double both = squares(common(question, part));
      return both == 0 ? 0 : both / Math.sqrt(squares(question) * squares(part));
    }

    private double squares(Collection<String> terms) {
      return Set.copyOf(terms).stream().mapToDouble(term -> of(term) * of(term)).sum();
    }

    private static Set<String> common(Collection<String> some, Collection<String> others) {
      var common = new HashSet<>(some);
      common.retainAll(Set.copyOf(others));
      return common;
    }
  }
}
