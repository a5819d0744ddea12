package deskbell.understanding;

import deskbell.conversation.Entity;
import deskbell.conversation.Unavailable;
import deskbell.neural.NeuralService;
import deskbell.neural.PlainText;
import java.util.List;

/**
 * The vote of the Transformer. Waits for the model's worker, so that those who ask at the same time
 * are computed together: call on a worker of one's own, never on an event loop. Any thread.
 */
public final class NeuralVoter implements IntentVoter {
  /** The voter's name in configuration and reports. */
  public static final String NAME = "transformer";

  private final NeuralService service;
  private final double sharpness;

  /**
   * A voter by this service.
   *
   * @param sharpness what logarithms of probabilities are multiplied by: above 1 the model becomes
   *     surer of itself (temperature scaling, Guo 2017)
   */
  public NeuralVoter(NeuralService service, double sharpness) {
    this.service = service;
    this.sharpness = sharpness;
  }

  /**
   * What the model reads of an utterance: its plain form, with values as {@code {order_number}}.
   */
  public static String text(Utterance utterance) {
    return PlainText.of(utterance.masked(Utterance.VALUES, NeuralVoter::placeholder));
  }

  private static String placeholder(Entity entity) {
    return "{" + entity.type().wire() + "}";
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> intents() {
    return service.intents();
  }

  /**
   * Probabilities of the learnt intents.
   *
   * @throws deskbell.conversation.Busy where too many wait
   * @throws Unavailable where the model does not answer in time, or there is nothing to read
   */
  @Override
  public Distribution vote(Utterance utterance) {
    var text = text(utterance);
    if (text.isBlank()) {
      throw new Unavailable("The model has nothing to read");
    }
    var logarithms = NeuralService.await(service.intents(text));
    var scores = logarithms.stream().mapToDouble(value -> sharpness * value).toArray();
    return Distribution.softmax(intents(), scores);
  }
}
