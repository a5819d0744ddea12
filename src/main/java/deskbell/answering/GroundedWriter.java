package deskbell.answering;

import deskbell.answering.Spoken.Kept;
import deskbell.answering.Spoken.Said;
import deskbell.answering.Spoken.Why;
import deskbell.answering.grounding.Clauses;
import deskbell.answering.grounding.Grounding;
import deskbell.answering.grounding.Names;
import deskbell.conversation.Busy;
import deskbell.conversation.Unavailable;
import deskbell.neural.Placeholders;
import deskbell.neural.PlainText;
import deskbell.neural.Written;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a model answer from facts. It reads them with their values hidden and names their places, so
 * that it can only copy values; what it wrote is filled in, and kept only where it came to its end
 * and holds no value and no {@linkplain Clauses clause} but the facts': it may leave out what was
 * not asked for. Blocks as long as the model writes; any thread but an event loop.
 */
public final class GroundedWriter {
  /** Writes an answer to a question from facts with hidden values. */
  @FunctionalInterface
  public interface Model {
    /**
     * What is written. May block.
     *
     * @throws Busy where too many ask
     * @throws Unavailable where nothing is written in time
     */
    Written write(String question, List<String> facts);
  }

  private static final Logger LOG = LoggerFactory.getLogger(GroundedWriter.class);

  private final Model model;
  private final Supplier<Names> names;

  /**
   * Writes by this model.
   *
   * @param names what the shop sells just now
   */
  public GroundedWriter(Model model, Supplier<Names> names) {
    this.model = model;
    this.names = names;
  }

  /** What the model says, however unsure it is. */
  public Spoken write(String question, List<String> facts) {
    var hidden = Placeholders.of(facts);
    return written(question, hidden.facts())
        .map(draft -> judged(draft, facts, hidden))
        .orElseGet(() -> new Kept(Why.BUSY, ""));
  }

  private Optional<Written> written(String question, List<String> facts) {
    try {
      return Optional.of(model.write(PlainText.of(question), facts));
    } catch (Busy | Unavailable hindered) {
      LOG.debug("what is written is said as it stands: {}", hindered.getMessage());
      return Optional.empty();
    }
  }

  private Spoken judged(Written draft, List<String> facts, Placeholders hidden) {
    var text = draft.text().strip();
    if (!draft.whole() || text.isEmpty()) {
      return new Kept(Why.UNFINISHED, "");
    }
    var filled = hidden.fill(text);
    if (filled.isEmpty()) {
      return new Kept(Why.INVENTED, text);
    }
    var invented = invented(filled.get(), facts);
    if (invented.isPresent()) {
      return new Kept(Why.INVENTED, invented.get());
    }
    return filled.get().length() > String.join("\n", facts).length()
        ? new Kept(Why.LONGER, "")
        : new Said(filled.get(), Spoken.Words.MODEL, Math.exp(draft.score()));
  }

  private Optional<String> invented(String text, List<String> facts) {
    return Grounding.in(String.join("\n", facts), names.get())
        .invented(text)
        .or(() -> Clauses.of(facts).foreign(text));
  }
}
