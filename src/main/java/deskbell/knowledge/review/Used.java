package deskbell.knowledge.review;

import deskbell.knowledge.ArticleKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How often an article was used over some days.
 *
 * @param answered messages that said what it holds
 * @param helpful how many of its answers were rated as a help
 * @param unhelpful how many were rated as no help
 * @param handedOver how often the shopper's very next message led to a person
 * @param last the day on which it answered last, as far as is looked back
 */
public record Used(
    ArticleKey article,
    long answered,
    long helpful,
    long unhelpful,
    long handedOver,
    Optional<LocalDate> last) {
  /** An article that nobody needed. */
  public static Used never(ArticleKey article) {
    return new Used(article, 0, 0, 0, 0, Optional.empty());
  }
}
