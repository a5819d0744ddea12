package deskbell.knowledge.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of one kind that articles' phrasings hold, with their weights: the rarer among
 * articles, the heavier (the inverse document frequency of BM25). Immutable.
 */
final class Lexicon {
  /** A term that no article holds weighs this share of the heaviest. */
  private static final float UNKNOWN_SHARE = 0.6f;

  private final Map<String, Integer> ids;
  private final float[] weights;
  private final float unknown;

  private Lexicon(Map<String, Integer> ids, float[] weights, float unknown) {
    this.ids = ids;
    this.weights = weights;
    this.unknown = unknown;
  }

  /** Counts in how many articles each term stands. */
  static Lexicon of(Collection<Set<String>> articles) {
    var ids = new HashMap<String, Integer>();
    var counts = new HashMap<String, Integer>();
    for (var article : articles) {
      for (var term : article) {
        ids.putIfAbsent(term, ids.size());
        counts.merge(term, 1, Integer::sum);
      }
    }
    var weights = new float[ids.size()];
    counts.forEach((term, count) -> weights[ids.get(term)] = weight(articles.size(), count));
    return new Lexicon(ids, weights, weight(articles.size(), 0) * UNKNOWN_SHARE);
  }

  private static float weight(int articles, int count) {
    return (float) Math.log1p((articles - count + 0.5) / (count + 0.5));
  }

  /** How many terms are known. */
  int size() {
    return weights.length;
  }

  /** The id of a term; -1 where no article holds it. */
  int id(String term) {
    return ids.getOrDefault(term, -1);
  }

  /** True where some article holds the term. */
  boolean knows(String term) {
    return ids.containsKey(term);
  }

  /** Every known term. */
  Set<String> terms() {
    return ids.keySet();
  }

  /** Weighs the terms of a text. */
  Bag bag(List<String> terms) {
    var distinct = new LinkedHashSet<>(terms);
    var known = distinct.stream().mapToInt(this::id).filter(id -> id >= 0).toArray();
    var bagWeights = new float[known.length];
    var strangers = unknown * (distinct.size() - known.length);
    var sum = strangers;
    var squares = strangers * unknown;
    for (var i = 0; i < known.length; i++) {
      bagWeights[i] = weights[known[i]];
      sum += bagWeights[i];
      squares += bagWeights[i] * bagWeights[i];
    }
    return new Bag(known, bagWeights, (float) Math.sqrt(squares), sum);
  }
}
