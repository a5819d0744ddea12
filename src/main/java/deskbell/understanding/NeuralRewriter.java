package deskbell.understanding;

import deskbell.conversation.Busy;
import deskbell.conversation.Unavailable;
import deskbell.neural.Limits;
import deskbell.neural.NeuralService;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.neural.Written;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites by the Transformer. A rewriting is taken where the model is sure of it and where every
 * number and code in it was said before; anything else is left as it was said. Waits for the
 * model's worker; any thread but an event loop.
 */
public final class NeuralRewriter {
  /**
   * A rewriting.
   *
   * @param score the mean logarithm of a token's probability
   */
  public record Attempt(String alone, double score) {}

  private static final Logger LOG = LoggerFactory.getLogger(NeuralRewriter.class);

  /** What is longer says enough by itself, in characters. */
  private static final int LONGEST_FOLLOW_UP = 80;

  /** Characters that are read of each earlier turn: an article's first sentences. */
  private static final int LONGEST_TURN = 160;

  private static final Limits LIMITS = new Limits(1, 48, 1, 0);
  private static final Pattern FIRST_WORD = Pattern.compile("(?!\\p{IsHan})\\p{L}");
  private static final Pattern VALUE = Pattern.compile("[\\p{Alnum}]*\\d[\\p{Alnum}]*");

  private final NeuralService service;
  private final double sure;

  /**
   * A rewriter by this service.
   *
   * @param sure the mean logarithm of a token's probability from which the model is believed
   */
  public NeuralRewriter(NeuralService service, double sure) {
    this.service = service;
    this.sure = sure;
  }

  /**
   * What a text means without the turns before it; empty where it is left as it is.
   *
   * @param history earlier turns, oldest first
   */
  public Optional<String> alone(String text, List<String> history) {
    var written = attempt(text, history);
    return written.filter(one -> one.score() >= sure).map(Attempt::alone);
  }

  /**
   * What the model makes of a text, however unsure it is; empty where that cannot be meant.
   *
   * @param history earlier turns, oldest first
   */
  public Optional<Attempt> attempt(String text, List<String> history) {
    if (history.isEmpty() || text.length() > LONGEST_FOLLOW_UP) {
      return Optional.empty();
    }
    var prompt = prompt(text, history);
    return written(prompt)
        .flatMap(
            written ->
                sensible(written, prompt.text().strip(), prompt.history())
                    .map(alone -> new Attempt(alone, written.score())));
  }

  /** What the model reads of a follow-up and the turns before it, oldest first. */
  public static Prompt prompt(String text, List<String> history) {
    var before = history.stream().map(NeuralRewriter::cut).map(NeuralRewriter::spaced).toList();
    return new Prompt(spaced(text), before, List.of());
  }

  /**
   * A text as the model reads and writes it here: in plain form, and a word that comes first has a
   * space before it like all others, so that it can be copied to where it does not come first.
   */
  public static String spaced(String text) {
    var plain = PlainText.of(text);
    return FIRST_WORD.matcher(plain).lookingAt() ? " " + plain : plain;
  }

  /** What was written on a text after earlier turns, where it may be what was meant. */
  static Optional<String> sensible(Written written, String read, List<String> before) {
    return Optional.of(written)
        .filter(Written::whole)
        .map(one -> one.text().strip())
        .filter(alone -> !alone.isEmpty() && !alone.equals(read))
        .filter(alone -> saidBefore(alone, read + " " + String.join(" ", before)));
  }

  private static String cut(String turn) {
    return turn.length() > LONGEST_TURN ? turn.substring(0, LONGEST_TURN) : turn;
  }

  private Optional<Written> written(Prompt prompt) {
    try {
      return Optional.of(NeuralService.await(service.write(Task.REWRITE, prompt, LIMITS)));
    } catch (Busy | Unavailable hindered) {
      LOG.warn("a follow-up is left as it was said: {}", hindered.getMessage());
      return Optional.empty();
    }
  }

  /** Whether every number and code stands in what was said. */
  private static boolean saidBefore(String alone, String said) {
    var known = values(said);
    return known.containsAll(values(alone));
  }

  private static List<String> values(String text) {
    return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toList());
  }
}
