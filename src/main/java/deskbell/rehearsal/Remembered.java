package deskbell.rehearsal;

import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.understanding.Interpreter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understanding and search that remember what they have found, without limit: for runs that say the
 * same few thousand texts again and again. Belongs to one thread.
 */
public final class Remembered implements Interpreter, Retrieval {
  private final Interpreter interpreter;
  private final Retrieval retrieval;
  private final Clock clock;
  private final Map<Said, Understood> understood = new HashMap<>();
  private final Map<Asked, List<Passage>> found = new HashMap<>();

  /** A text is understood anew on another day: it may say tomorrow. */
  private record Said(String text, Optional<Language> expected, LocalDate day) {}

  private record Asked(Question question, int top) {}

  /** Remembers what these find. */
  public Remembered(Interpreter interpreter, Retrieval retrieval, Clock clock) {
    this.interpreter = interpreter;
    this.retrieval = retrieval;
    this.clock = clock;
  }

  @Override
  public Understood understand(String text, Optional<Language> expected) {
    return understood.computeIfAbsent(
        new Said(text, expected, LocalDate.now(clock)),
        _ -> interpreter.understand(text, expected));
  }

  @Override
  public List<Passage> search(Question question, int top) {
    return found.computeIfAbsent(new Asked(question, top), _ -> retrieval.search(question, top));
  }

  @Override
  public Optional<Passage> article(String id, Language language) {
    return retrieval.article(id, language);
  }
}
