package deskbell.answering;

import deskbell.knowledge.Passage;
import java.util.List;

/** Puts found articles into a better order. */
@FunctionalInterface
public interface Reranker {
  /** Leaves the order as it is. */
  Reranker NONE = (_, passages) -> passages;

  /**
   * The same articles, best first; each place keeps its confidence. May block; any thread but an
   * event loop.
   */
  List<Passage> reranked(String question, List<Passage> passages);
}
