package deskbell.knowledge.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells how like two questions are. Within a language by the words and characters that both have,
 * rare ones counting more; across languages by what they would mean and by the articles nearest to
 * them, whose names are the same in every language. Of what nobody foresaw such a topic is only a
 * guess, so within a language it adds a little and decides nothing.
 */
final class Likeness {
  private static final double TOPIC = 0.3;

  private final Map<String, Double> rarity = new HashMap<>();

  /** Learns from all questions which terms are rare. */
  Likeness(Collection<Impression> all) {
    var counts = new HashMap<String, Integer>();
    all.forEach(it -> it.terms().forEach(term -> counts.merge(term, 1, Integer::sum)));
    counts.forEach((term, count) -> rarity.put(term, Math.log(1 + (double) all.size() / count)));
  }

  /** The likeness of two questions of one language, 0 to 1.3. */
  double within(Impression one, Impression other) {
    return words(one.terms(), other.terms()) + TOPIC * topic(one, other);
  }

  /**
   * The likeness of what two questions are about, 0 to 1: both what they would mean and the
   * articles have to agree, and articles that are hardly believed in tell little.
   */
  double topic(Impression one, Impression other) {
    return Math.sqrt(
        overlap(one.intents(), other.intents()) * overlap(one.articles(), other.articles()));
  }

  private double words(Set<String> one, Set<String> other) {
    var common = one.stream().filter(other::contains).mapToDouble(this::squared).sum();
    var all = Math.sqrt(length(one) * length(other));
    return all == 0 ? 0 : common / all;
  }

  private double length(Set<String> terms) {
    return terms.stream().mapToDouble(this::squared).sum();
  }

  private double squared(String term) {
    var weight = rarity.getOrDefault(term, 0.0);
    return weight * weight;
  }

  private static double overlap(Map<String, Double> one, Map<String, Double> other) {
    return one.entrySet().stream()
        .mapToDouble(it -> Math.min(it.getValue(), other.getOrDefault(it.getKey(), 0.0)))
        .sum();
  }
}
