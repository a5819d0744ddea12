package deskbell.knowledge;

import deskbell.conversation.Language;
import java.util.List;
import java.util.Optional;

/** Finds the articles that answer a question. */
public interface Retrieval {
  /**
   * The best articles, best first, {@code top} at most. Blocks for the search: call on a worker.
   */
  List<Passage> search(Question question, int top);

  /**
   * What {@link #search} finds, with the reasons, where the retrieval can tell any: for people who
   * want to know why.
   */
  default List<Passage> explain(Question question, int top) {
    return search(question, top);
  }

  /** What {@link #search} finds for a text that nobody has understood yet. */
  default List<Passage> search(String text, Language language, int top) {
    return search(Question.of(text, language), top);
  }

  /**
   * The published article of this id, with confidence 1; empty where there is none in this
   * language.
   */
  Optional<Passage> article(String id, Language language);
}
