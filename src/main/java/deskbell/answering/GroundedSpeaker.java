package deskbell.answering;

import deskbell.answering.Spoken.Kept;
import deskbell.answering.Spoken.Said;
import deskbell.answering.Spoken.Why;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says shorter what is written, as a model puts it. The model reads facts whose values are hidden
 * and names their places, so that it can only copy them; what it wrote is filled in, and said only
 * where it came to its end, holds no value but the facts', is shorter, and the model is sure enough
 * of it. Blocks as long as the model writes; any thread but an event loop.
 */
public final class GroundedSpeaker implements Speaker {
  /** Writes an answer to a question from facts with hidden values. */
  @FunctionalInterface
  public interface Writer {
    /**
     * What is written. May block.
     *
     * @throws Busy where too many ask
     * @throws Unavailable where nothing is written in time
     */
    Written write(String question, List<String> facts);
  }

  private static final Logger LOG = LoggerFactory.getLogger(GroundedSpeaker.class);

  private static final Pattern PARTS = Pattern.compile("[.,;:!?，。；：！？\\n]+");

  private final Writer writer;
  private final Supplier<Names> names;
  private final double sure;

  /**
   * Speaks by this writer.
   *
   * @param names what the shop sells just now
   * @param sure the mean logarithm of a token's probability from which the writer is believed
   */
  public GroundedSpeaker(Writer writer, Supplier<Names> names, double sure) {
    this.writer = writer;
    this.names = names;
    this.sure = sure;
  }

  @Override
  public Spoken speak(Kind kind, String question, String written) {
    var facts = Placeholders.in(written);
    return written(question, facts.facts())
        .map(draft -> judged(draft, kind, written, facts))
        .orElseGet(() -> new Kept(Why.BUSY, ""));
  }

  private Optional<Written> written(String question, List<String> facts) {
    try {
      return Optional.of(writer.write(PlainText.of(question), facts));
    } catch (Busy | Unavailable hindered) {
      LOG.debug("what is written is said as it stands: {}", hindered.getMessage());
      return Optional.empty();
    }
  }

  private Spoken judged(Written draft, Kind kind, String written, Placeholders facts) {
    var text = draft.text().strip();
    if (!draft.whole() || text.isEmpty()) {
      return new Kept(Why.UNFINISHED, "");
    }
    var filled = facts.fill(text);
    if (filled.isEmpty()) {
      return new Kept(Why.INVENTED, text);
    }
    var invented = invented(filled.get(), kind, written);
    if (invented.isPresent()) {
      return new Kept(Why.INVENTED, invented.get());
    }
    if (filled.get().length() >= written.strip().length()) {
      return new Kept(Why.LONGER, "");
    }
    return draft.score() < sure
        ? new Kept(Why.UNSURE, Spoken.share(draft.score()))
        : new Said(filled.get(), draft.score());
  }

  private Optional<String> invented(String text, Kind kind, String written) {
    var invented = Grounding.in(written, names.get()).invented(text);
    return switch (kind) {
      case FACTS -> invented;
      case TALK -> invented.or(() -> foreign(text, written));
    };
  }

  /** The first part of a sentence that is not written so. */
  private static Optional<String> foreign(String text, String written) {
    var known = parts(written).collect(Collectors.toUnmodifiableSet());
    return parts(text).filter(part -> !known.contains(part)).findFirst();
  }

  private static Stream<String> parts(String text) {
    return PARTS
        .splitAsStream(PlainText.of(text))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }
}
