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

  /** Nobody says the same four tokens twice. */
  private static final Limits LIMITS = new Limits(1, 48, 1, 4);

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
   * What a text means without what was said before it; empty where it is left as it is.
   *
   * @param history what the shopper said before, oldest first
   */
  public Optional<String> alone(String text, List<String> history) {
    var written = attempt(text, history);
    return written.filter(one -> one.score() >= sure).map(Attempt::alone);
  }

  /**
   * What the model makes of a text, however unsure it is; empty where that cannot be meant.
   *
   * @param history what the shopper said before, oldest first
   */
  public Optional<Attempt> attempt(String text, List<String> history) {
    if (history.isEmpty() || text.length() > LONGEST_FOLLOW_UP) {
      return Optional.empty();
    }
    var followUp = new FollowUp(text, history);
    return written(followUp.prompt())
        .flatMap(
            written ->
                sensible(written, followUp, PlainText.of(text))
                    .map(alone -> new Attempt(alone, written.score())));
  }

  /** What was written on a follow-up, where it may be what was meant. */
  static Optional<String> sensible(Written written, FollowUp followUp, String text) {
    return Optional.of(written)
        .filter(Written::whole)
        .flatMap(one -> followUp.show(one.text()))
        .filter(alone -> !alone.isEmpty() && !alone.equals(text));
  }

  private Optional<Written> written(Prompt prompt) {
    try {
      return Optional.of(NeuralService.await(service.write(Task.REWRITE, prompt, LIMITS)));
    } catch (Busy | Unavailable hindered) {
      LOG.warn("a follow-up is left as it was said: {}", hindered.getMessage());
      return Optional.empty();
    }
  }
}
