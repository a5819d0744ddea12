package deskbell.answering;

import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.understanding.Interpreter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Understands and searches on a bounded worker. Any thread. */
public final class Thinking {
  /** What a message means and which articles may answer it. */
  public record Thought(Understood understood, List<Passage> passages) {
    /** Keeps its own copy of the passages. */
    public Thought {
      passages = List.copyOf(passages);
    }
  }

  private static final int PASSAGES = 4;

  private final Interpreter interpreter;
  private final Retrieval retrieval;
  private final BoundedWorker worker;

  /** Thinks with these on this worker. */
  public Thinking(Interpreter interpreter, Retrieval retrieval, BoundedWorker worker) {
    this.interpreter = interpreter;
    this.retrieval = retrieval;
    this.worker = worker;
  }

  /** Thinks about a text; fails with Busy or Unavailable where the worker cannot keep up. */
  public Future<Thought> about(String text, Language expected) {
    return worker.call(
        () -> {
          var understood = interpreter.understand(text, Optional.of(expected));
          return new Thought(understood, retrieval.search(Question.of(understood), PASSAGES));
        });
  }

  /** The article of an id, for a reading that the shopper chose. */
  public Future<Optional<Passage>> article(String id, Language language) {
    return worker.call(() -> retrieval.article(id, language));
  }
}
