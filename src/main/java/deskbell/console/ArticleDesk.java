package deskbell.console;

import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.ArticleStore;
import deskbell.knowledge.Editions;
import deskbell.knowledge.Publishing;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * What editors work with on a node. Any thread.
 *
 * @param knownIntent true for the name of an intent that an article may answer
 */
public record ArticleDesk(
    ArticleStore articles,
    Editions editions,
    Publishing publishing,
    Predicate<String> knownIntent,
    AskAsShopper shopper,
    Clock clock) {

  /** An article as it stands. */
  Future<ArticleView> find(ArticleKey key) {
    return articles.find(key).map(state -> ArticleView.of(state, editions.shipped()));
  }
}
