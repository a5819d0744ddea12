package deskbell.knowledge;

import deskbell.conversation.Language;
import java.util.List;
import java.util.Optional;

/** Finds the articles that answer a question. */
public interface Retrieval {
  /**
   * The best articles, best first, {@code top} at most. Blocks for the search: call on a worker.
   */
  List<Passage> search(String question, Language language, int top);

  /**
   * The published article of this id, with confidence 1; empty where there is none in this
   * language.
   */
  Optional<Passage> article(String id, Language language);
}
