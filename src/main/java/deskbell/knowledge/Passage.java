package deskbell.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * A found article.
 *
 * @param id the article's file name without its ending
 * @param answer safe Markdown
 * @param score Lucene's, comparable within one search only
 * @param confidence calibrated probability, 0 to 1, that this article answers the question
 * @param reasons what matched: {@code question: delivery, parcel = package}; empty where nobody
 *     asked for it
 */
public record Passage(
    String id,
    String question,
    String answer,
    Optional<String> intent,
    double score,
    double confidence,
    List<String> reasons) {
  public Passage {
    reasons = List.copyOf(reasons);
  }

  /** The same with another confidence. */
  public Passage with(double other) {
    return new Passage(id, question, answer, intent, score, other, reasons);
  }

  /** The same with reasons. */
  Passage because(List<String> matched) {
    return new Passage(id, question, answer, intent, score, confidence, matched);
  }
}
