package deskbell.answering;

import deskbell.answering.excerpt.AskedScorer;
import deskbell.answering.excerpt.Excerpts;
import deskbell.conversation.Busy;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.neural.NeuralService;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.understanding.linear.AskedKinds;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lets the Transformer say how well texts go with a question, unless others wait for it. Any thread
 * but an event loop.
 */
public final class NeuralScorer {
  private final NeuralService service;

  /** Scores by this service. */
  public NeuralScorer(NeuralService service) {
    this.service = service;
  }

  /**
   * The mean logarithm of a token's probability in a question after each of these texts.
   *
   * @throws Busy where too many wait
   */
  public List<Double> likelihoods(String question, List<String> texts) {
    hurry();
    var asked = PlainText.of(question);
    return all(
        texts.stream()
            .map(text -> Prompt.of(PlainText.of(text)))
            .map(prompt -> service.score(Task.QUESTION, prompt, asked))
            .toList());
  }

  /**
   * How much of what a question may mean each of these texts may mean too, from 0 to 1: the overlap
   * of their intents' probabilities (Bhattacharyya 1943).
   *
   * @throws Busy where too many wait
   */
  public List<Double> overlaps(String question, List<String> texts) {
    hurry();
    var meant =
        all(
            Stream.concat(Stream.of(question), texts.stream())
                .map(text -> service.intents(PlainText.of(text)))
                .toList());
    return meant.stream().skip(1).map(text -> overlap(meant.getFirst(), text)).toList();
  }

  /** Finds parts of answers by all that it says, and by the kinds of values that are asked for. */
  public Excerpts excerpts(AskedKinds asked) {
    return new Excerpts(
        SynonymFiles.shipped(), this::likelihoods, this::overlaps, new AskedScorer(asked));
  }

  private static double overlap(List<Float> one, List<Float> other) {
    return IntStream.range(0, one.size())
        .mapToDouble(i -> Math.exp((one.get(i) + other.get(i)) / 2))
        .sum();
  }

  private void hurry() {
    if (service.isCrowded()) {
      throw new Busy("The model has more to do than to compare answers");
    }
  }

  private static <T> List<T> all(List<CompletableFuture<T>> asked) {
    return asked.stream().map(NeuralService::await).toList();
  }
}
