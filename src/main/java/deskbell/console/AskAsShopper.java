package deskbell.console;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Asks the bot as a shopper would in a new conversation. Nothing is stored and nothing in the shop
 * is changed.
 */
@FunctionalInterface
public interface AskAsShopper {
  /**
   * The answer. Called on an event loop; fails with {@link deskbell.conversation.Busy} or {@link
   * deskbell.conversation.Unavailable} within its limits.
   *
   * @param draft an article that is to be found as if it were published
   */
  Future<Asked> ask(String text, Language language, Optional<Article> draft);
}
