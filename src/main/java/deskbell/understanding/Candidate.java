package deskbell.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One of the ways in which a follow-up may come to stand alone.
 *
 * @param alone the text that it makes
 * @param likelihood the logarithm of its probability, by the model
 */
public record Candidate(Revision revision, String alone, double likelihood) {
  /**
   * The one that all speaks for, and the logarithm of its probability among these and what the
   * model did not write; empty where there are none.
   */
  static Optional<Candidate> best(List<Candidate> candidates, RevisionScorer scorer) {
    double unwritten = 1 - candidates.stream().mapToDouble(one -> Math.exp(one.likelihood)).sum();
    var weighed = candidates.stream().map(one -> one.weighed(scorer)).toList();
    double all =
        Math.max(0, unwritten)
            + weighed.stream().mapToDouble(one -> Math.exp(one.likelihood)).sum();
    return weighed.stream()
        .max(Comparator.comparingDouble(Candidate::likelihood))
        .map(best -> best.with(best.likelihood - Math.log(all)));
  }

  private Candidate weighed(RevisionScorer scorer) {
    return with(likelihood + scorer.added(revision));
  }

  private Candidate with(double other) {
    return new Candidate(revision, alone, other);
  }
}
