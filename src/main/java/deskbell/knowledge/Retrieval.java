package deskbell.knowledge;

import deskbell.conversation.Language;
import java.util.List;

/** Finds the articles that answer a question. */
@FunctionalInterface
public interface Retrieval {
  /**
   * The best articles, best first, {@code top} at most. Blocks for the search: call on a worker.
   */
  List<Passage> search(String question, Language language, int top);
}
