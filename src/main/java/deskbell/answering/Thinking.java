package deskbell.answering;

import deskbell.conversation.Busy;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.understanding.Interpreter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Understands and searches on a worker. Any thread. */
public final class Thinking {
  /**
   * What a message means and which articles may answer it.
   *
   * @param alone what was understood instead of the message's own words, where these needed the
   *     what the shopper said before
   * @param overtaken the article that came first until the best were compared again; empty where it
   *     still does
   */
  public record Thought(
      Understood understood,
      List<Passage> passages,
      Optional<String> alone,
      Optional<String> overtaken) {
    /** Keeps its own copy of the passages. */
    public Thought {
      passages = List.copyOf(passages);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Thinking.class);
  private static final int PASSAGES = 4;

  private final Skills skills;
  private final Interpreter interpreter;
  private final Retrieval retrieval;
  private final Worker worker;

  /** Thinks with these on this worker. */
  public Thinking(Skills skills, Interpreter interpreter, Retrieval retrieval, Worker worker) {
    this.skills = skills;
    this.interpreter = interpreter;
    this.retrieval = retrieval;
    this.worker = worker;
  }

  /**
   * Thinks about a text; fails with Busy or Unavailable where the worker cannot keep up.
   *
   * @param history what the shopper said before, oldest first; empty where nothing is referred to
   */
  public Future<Thought> about(String text, List<String> history, Language expected) {
    return worker.call(
        () -> {
          var alone = skills.rewriter().alone(text, history);
          var understood = interpreter.understand(alone.orElse(text), Optional.of(expected));
          var found = retrieval.search(Question.of(understood), PASSAGES);
          var passages = skills.reranker().reranked(understood.text(), found);
          return new Thought(understood, passages, alone, overtaken(found, passages));
        });
  }

  private static Optional<String> overtaken(List<Passage> found, List<Passage> passages) {
    return found.stream()
        .limit(1)
        .map(Passage::id)
        .filter(id -> !id.equals(passages.getFirst().id()))
        .findFirst();
  }

  /** Other words for what is written; what cannot be thought about now is said as it is written. */
  public Future<Spoken> words(
      Speaker.Kind kind, Language language, String question, String written) {
    return skills.speaker().equals(Speaker.SILENT)
        ? Future.succeededFuture(new Spoken.Silent())
        : worker
            .call(() -> skills.speaker().speak(kind, language, question, written))
            .otherwise(Thinking::kept);
  }

  private static Spoken kept(Throwable failure) {
    if (!(failure instanceof Busy || failure instanceof Unavailable)) {
      LOG.error("what is written is said in full", failure);
    }
    return new Spoken.Kept(Spoken.Why.BUSY, "");
  }

  /** The article of an id, for a reading that the shopper chose. */
  public Future<Optional<Passage>> article(String id, Language language) {
    return worker.call(() -> retrieval.article(id, language));
  }
}
