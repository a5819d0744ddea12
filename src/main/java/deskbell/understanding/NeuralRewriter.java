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
 * Rewrites by the Transformer. It writes down several ways, and the one that all speaks for is
 * taken where that is sure enough and where every number and code in it was said before; anything
 * else is left as it was said. Waits for the model's worker; any thread but an event loop.
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

  /** The logarithm of a probability below which a draft is not written to its end. */
  private static final double HOPELESS = Math.log(0.05);

  private static final Limits LIMITS = new Limits(0, 40, BEAM, 4).givingUpBelow(HOPELESS);

  private final NeuralService service;
  private final RevisionScorer scorer;
  private final double sure;

  /**
   * A rewriter by this service.
   *
   * @param scorer what else speaks for a rewriting
   * @param sure the logarithm of a rewriting's probability from which it is believed
   */
  public NeuralRewriter(NeuralService service, RevisionScorer scorer, double sure) {
    this.service = service;
    this.scorer = scorer;
    this.sure = sure;
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
   * What becomes of a text; empty where that is not believed or nothing changes.
   *
   * @param history what the shopper said before, oldest first
   */
  public Optional<Attempt> attempt(String text, List<String> history) {
    var plain = PlainText.of(text);
    return Candidate.best(candidates(text, history), scorer)
        .filter(best -> best.likelihood() >= sure && !best.alone().equals(plain))
        .map(best -> new Attempt(best.alone(), best.likelihood()));
  }

  /**
   * What the model makes of a text, likeliest first; none where there is nothing that it could
   * refer to.
   *
   * @param history what the shopper said before, oldest first
   */
  public List<Candidate> candidates(String text, List<String> history) {
    if (history.isEmpty() || text.length() > LONGEST_FOLLOW_UP) {
      return List.of();
    }
    var followUp = new FollowUp(text, history);
    return marked(followUp.prompt()).stream()
        .flatMap(marked -> candidate(marked, followUp).stream())
        .toList();
  }

  /** What becomes of a follow-up, where it may be what was meant. */
  static Optional<Candidate> candidate(Marked marked, FollowUp followUp) {
    return Optional.of(marked)
        .filter(Marked::whole)
        .flatMap(one -> Revision.of(one.parts()))
        .flatMap(
            revision ->
                followUp
                    .revised(revision)
                    .filter(alone -> !alone.isEmpty())
                    .map(alone -> new Candidate(revision, alone, marked.likelihood())));
  }

  private List<Marked> marked(Prompt prompt) {
    try {
      return NeuralService.await(service.revise(prompt, LIMITS));
    } catch (Busy | Unavailable hindered) {
      LOG.warn("a follow-up is left as it was said: {}", hindered.getMessage());
      return List.of();
    }
  }
}
