package deskbell.answering;

import deskbell.conversation.Busy;
import deskbell.neural.Limits;
import deskbell.neural.NeuralService;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.neural.Written;
import java.util.List;

/**
 * Lets the Transformer write replies, unless others wait for it: what it understands matters more
 * than what it says. Any thread but an event loop.
 */
public final class NeuralWriter implements GroundedWriter.Model {
  private static final Limits LIMITS = new Limits(1, 64, 1, 4);

  private final NeuralService service;

  /** Writes by this service. */
  public NeuralWriter(NeuralService service) {
    this.service = service;
  }

  @Override
  public Written write(String question, List<String> facts) {
    if (service.isCrowded()) {
      throw new Busy("The model has more to do than to write");
    }
    var prompt = new Prompt(question, List.of(), facts);
    return NeuralService.await(service.write(Task.REPLY, prompt, LIMITS));
  }
}
