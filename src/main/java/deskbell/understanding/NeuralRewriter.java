package deskbell.understanding;

import deskbell.conversation.Busy;
import deskbell.conversation.Unavailable;
import deskbell.neural.Limits;
import deskbell.neural.Marked;
import deskbell.neural.NeuralService;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
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
   * @param score the logarithm of its probability
   */
  public record Attempt(String alone, double score) {}

  private static final Logger LOG = LoggerFactory.getLogger(NeuralRewriter.class);

  /** What is longer says enough by itself, in characters. */
  private static final int LONGEST_FOLLOW_UP = 80;

  /** Drafts that are followed side by side: what to change is decided by the first tokens. */
  private static final int BEAM = 3;

  private static final Limits LIMITS = new Limits(0, 40, BEAM, 4);

  private final NeuralService service;
  private final Limits limits;

  /**
   * A rewriter by this service.
   *
   * @param sure the logarithm of a rewriting's probability from which the model is believed; what
   *     falls below is not written to its end
   */
  public NeuralRewriter(NeuralService service, double sure) {
    this.service = service;
    limits = LIMITS.givingUpBelow(sure);
  }

  /**
   * What a text means without what was said before it; empty where it is left as it is.
   *
   * @param history what the shopper said before, oldest first
   */
  public Optional<String> alone(String text, List<String> history) {
    return attempt(text, history).map(Attempt::alone);
  }

  /**
   * What the model makes of a text; empty where that is not believed or cannot be meant.
   *
   * @param history what the shopper said before, oldest first
   */
  public Optional<Attempt> attempt(String text, List<String> history) {
    if (history.isEmpty() || text.length() > LONGEST_FOLLOW_UP) {
      return Optional.empty();
    }
    var followUp = new FollowUp(text, history);
    return marked(followUp.prompt())
        .flatMap(
            marked ->
                sensible(marked, followUp, PlainText.of(text))
                    .map(alone -> new Attempt(alone, marked.likelihood())));
  }

  /** What becomes of a follow-up, where it may be what was meant. */
  static Optional<String> sensible(Marked marked, FollowUp followUp, String text) {
    return Optional.of(marked)
        .filter(Marked::whole)
        .flatMap(one -> Revision.of(one.parts()))
        .flatMap(followUp::revised)
        .filter(alone -> !alone.isEmpty() && !alone.equals(text));
  }

  private Optional<Marked> marked(Prompt prompt) {
    try {
      return Optional.of(NeuralService.await(service.revise(prompt, limits)));
    } catch (Busy | Unavailable hindered) {
      LOG.warn("a follow-up is left as it was said: {}", hindered.getMessage());
      return Optional.empty();
    }
  }
}
