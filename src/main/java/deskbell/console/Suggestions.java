package deskbell.console;

import deskbell.conversation.Language;
import deskbell.knowledge.Passage;
import io.vertx.core.Future;
import java.util.List;

/** Finds what an agent could answer. */
@FunctionalInterface
public interface Suggestions {
  /**
   * Articles that may answer a shopper's words, best first, {@code top} at most. Called on an event
   * loop; fails with {@link deskbell.conversation.Busy} or {@link
   * deskbell.conversation.Unavailable} within its limits.
   */
  Future<List<Passage>> suggest(String text, Language language, int top);
}
