package deskbell.knowledge.ranking;

import deskbell.conversation.IntentScore;
import java.util.List;

/**
 * What tells whether the best article really answers: features that mean the same in every language
 * and for any number of articles.
 *
 * @param share of the belief over all candidates that the best has
 * @param margin how far the second is behind, squashed to 0 to 1
 * @param likeness to the three nearest phrasings
 * @param nearest cosine with the nearest phrasing
 * @param covered share of the question's concepts that the article's phrasings have
 * @param answered share of them that the answer has
 * @param strange share of the question's concepts that no article has
 * @param topics likeness of topics
 * @param foreign how likely the question is about nothing that shops are asked
 * @param length logarithm of the number of concepts
 * @param intended whether the question means the article's intent, see {@link Features#intended}
 * @param rejected how likely it means nothing that shops are asked, as the reader of intents says;
 *     {@code foreign} where nobody has said
 */
public record Signs(
    float share,
    float margin,
    float likeness,
    float nearest,
    float covered,
    float answered,
    float strange,
    float topics,
    float foreign,
    float length,
    float intended,
    float rejected) {
  /** The signs' names, in the order of {@link #values}. */
  public static final List<String> NAMES =
      List.of(
          "share",
          "margin",
          "likeness",
          "nearest",
          "covered",
          "answered",
          "strange",
          "topics",
          "foreign",
          "length",
          "intended",
          "rejected");

  /** The signs where Lucene proposes nothing at all. */
  public static final Signs NOTHING = new Signs(0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1);

  /** Reads the signs off a ranking, best first; not empty. */
  static Signs of(Query query, List<Ranked> ranking, float foreign) {
    var best = ranking.getFirst();
    var second = ranking.size() > 1 ? ranking.get(1).score() : best.score() - 10;
    var features = best.features();
    return new Signs(
        (float) best.share(),
        (float) Math.tanh((best.score() - second) / 2),
        features.threeNearest(),
        Math.max(features.nearestConcepts(), features.nearestGrams()),
        features.coveredTogether(),
        features.answered(),
        query.strange(),
        features.topics(),
        foreign,
        (float) Math.log(Math.max(1, query.size())),
        features.intended(),
        query.understood() ? (float) query.means(IntentScore.OUT_OF_SCOPE) : foreign);
  }

  /** All signs, in the order of {@link #NAMES}. */
  public float[] values() {
    return new float[] {
      share, margin, likeness, nearest, covered, answered, strange, topics, foreign, length,
      intended, rejected
    };
  }
}
