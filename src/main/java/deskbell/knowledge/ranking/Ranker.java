package deskbell.knowledge.ranking;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Orders candidates by how well they answer, and says how sure it is of the best. Any thread. */
public final class Ranker {
  private final Weights ranking;
  private final Weights confidence;

  /** A ranker with these weights. */
  public Ranker(RankingModel model) {
    this.ranking = Weights.of(model.ranking(), Features.NAMES, 0);
    this.confidence = Weights.of(model.confidence(), Signs.NAMES, model.confidenceBias());
  }

  /** The candidates of a shelf, best first; those that it no longer holds are left out. */
  public List<Ranked> rank(Shelf shelf, Query query, Collection<String> candidates) {
    var alike = shelf.likeness(query);
    var compared =
        candidates.stream()
            .flatMap(id -> shelf.profile(id).stream())
            .map(profile -> compare(query, profile, alike))
            .toList();
    var max = compared.stream().mapToDouble(Ranked::score).max().orElse(0);
    var sum = compared.stream().mapToDouble(ranked -> Math.exp(ranked.score() - max)).sum();
    return compared.stream()
        .map(ranked -> shared(ranked, Math.exp(ranked.score() - max) / sum))
        .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id))
        .toList();
  }

  /** The probability, 0 to 1, that the best of a ranking answers the question. */
  public double confidence(Shelf shelf, Query query, List<Ranked> ranking) {
    if (ranking.isEmpty()) {
      return 0;
    }
    return confidence(shelf.signs(query, ranking));
  }

  /** The probability, 0 to 1, that an article with these signs answers. */
  public double confidence(Signs signs) {
    return 1 / (1 + Math.exp(-confidence.sum(signs.values())));
  }

  private Ranked compare(Query query, Profile profile, Phrasings.Likeness alike) {
    var features = Comparison.of(query, profile, alike);
    return new Ranked(profile.source().article().id(), features, ranking.sum(features.values()), 0);
  }

  private static Ranked shared(Ranked ranked, double share) {
    return new Ranked(ranked.id(), ranked.features(), ranked.score(), share);
  }
}
