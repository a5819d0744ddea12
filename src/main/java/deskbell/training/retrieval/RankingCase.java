package deskbell.training.retrieval;

import deskbell.knowledge.ranking.Features;
import java.util.List;

/**
 * A question with its candidates, as ranking is fitted by it.
 *
 * @param candidates the features of each
 * @param right the index of the one that answers
 * @param weight what the question counts
 */
record RankingCase(List<Features> candidates, int right, double weight) {
  RankingCase {
    candidates = List.copyOf(candidates);
  }
}
