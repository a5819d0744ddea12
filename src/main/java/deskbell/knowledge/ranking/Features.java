package deskbell.knowledge.ranking;

import java.util.List;

/**
 * What is looked at when an article is compared with a question. Each is free of scale: about 0 for
 * nothing in common, about 1 for the same words, whatever the number of articles.
 *
 * @param nearestConcepts cosine of concepts with the nearest phrasing
 * @param nearestWords cosine of words, as written, with the nearest phrasing
 * @param nearestGrams cosine of character grams with the nearest phrasing
 * @param verbatim near 1 only where a phrasing has nearly the same words in nearly the same order
 * @param covered share of the question's concepts that the best phrasing has
 * @param covering share of a phrasing's concepts that the question has, at best
 * @param coveredTogether share of the question's concepts that any phrasing has
 * @param answered share of the question's concepts that the answer has
 * @param threeNearest likeness to the three nearest phrasings, on average
 * @param question likeness to the article's own question
 * @param bm25 over the whole article, as a share of its largest possible value
 * @param likelihood how much likelier the article's words make the question than all articles' do
 * @param nearestTopics likeness of topics with the nearest phrasing
 * @param topics likeness of topics with the article as a whole
 * @param sameTopic logarithm of the chance that question and article are on one topic
 * @param intended logarithm of the chance that the question means the article's intent; {@code
 *     sameTopic} where nobody has said what it means, or the article has none
 */
public record Features(
    float nearestConcepts,
    float nearestWords,
    float nearestGrams,
    float verbatim,
    float covered,
    float covering,
    float coveredTogether,
    float answered,
    float threeNearest,
    float question,
    float bm25,
    float likelihood,
    float nearestTopics,
    float topics,
    float sameTopic,
    float intended) {
  /** The features' names, in the order of {@link #values}. */
  public static final List<String> NAMES =
      List.of(
          "nearestConcepts",
          "nearestWords",
          "nearestGrams",
          "verbatim",
          "covered",
          "covering",
          "coveredTogether",
          "answered",
          "threeNearest",
          "question",
          "bm25",
          "likelihood",
          "nearestTopics",
          "topics",
          "sameTopic",
          "intended");

  /** All features, in the order of {@link #NAMES}. */
  public float[] values() {
    return new float[] {
      nearestConcepts,
      nearestWords,
      nearestGrams,
      verbatim,
      covered,
      covering,
      coveredTogether,
      answered,
      threeNearest,
      question,
      bm25,
      likelihood,
      nearestTopics,
      topics,
      sameTopic,
      intended
    };
  }
}
