package deskbell.answering;

import deskbell.conversation.Busy;
import deskbell.neural.NeuralService;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import java.util.List;

/**
 * Lets the Transformer say how likely questions are, unless others wait for it. Any thread but an
 * event loop.
 */
public final class NeuralScorer implements NeuralReranker.Scorer {
  /** Requests that may wait while it reads. */
  private static final int MOST_WAITING = 8;

  private final NeuralService service;

  /** Scores by this service. */
  public NeuralScorer(NeuralService service) {
    this.service = service;
  }

  @Override
  public List<Double> scores(String question, List<String> answers) {
    if (service.waiting() > MOST_WAITING) {
      throw new Busy("The model has more to do than to compare articles");
    }
    var asked = PlainText.of(question);
    var scores =
        answers.stream()
            .map(answer -> Prompt.of(PlainText.of(answer)))
            .map(prompt -> service.score(Task.QUESTION, prompt, asked))
            .toList();
    return scores.stream().map(NeuralService::await).toList();
  }
}
