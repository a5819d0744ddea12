package deskbell.knowledge.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells how like two questions are: by the concepts that both name, in whatever language, rare ones
 * counting more; within a language a little also by the words and characters that both have, for
 * what no concept is known of. What the bot takes questions for has no say: of what nobody foresaw
 * that is a guess.
 */
final class Likeness {
  private static final double WORDS = 0.25;

  private final Rarity<String> words;
  private final Rarity<Integer> concepts;

  /** Learns from all questions which words and concepts are rare. */
  Likeness(Collection<Impression> all) {
    words = Rarity.of(all, Impression::terms);
    concepts = Rarity.of(all, Impression::concepts);
  }

  /** The likeness of two questions, 0 to 1.25; of two languages at most 1. */
  double of(Impression one, Impression other) {
    double alike = concepts.common(one.concepts(), other.concepts());
    return one.language() == other.language()
        ? alike + WORDS * words.common(one.terms(), other.terms())
        : alike;
  }

  /** How much things weigh that questions have: the more, the fewer have them. */
  private record Rarity<T>(Map<T, Double> squared) {
    static <T> Rarity<T> of(Collection<Impression> all, Function<Impression, Set<T>> things) {
      var counts = new HashMap<T, Integer>();
      all.forEach(one -> things.apply(one).forEach(it -> counts.merge(it, 1, Integer::sum)));
      var squared = new HashMap<T, Double>();
      counts.forEach(
          (thing, count) ->
              squared.put(thing, Math.pow(Math.log(1 + (double) all.size() / count), 2)));
      return new Rarity<>(squared);
    }

    /** The cosine of what two have, 0 to 1. */
    double common(Set<T> one, Set<T> other) {
      var common = one.stream().filter(other::contains).mapToDouble(this::weight).sum();
      var all = Math.sqrt(length(one) * length(other));
      return all == 0 ? 0 : common / all;
    }

    private double length(Set<T> things) {
      return things.stream().mapToDouble(this::weight).sum();
    }

    private double weight(T thing) {
      return squared.getOrDefault(thing, 0.0);
    }
  }
}
