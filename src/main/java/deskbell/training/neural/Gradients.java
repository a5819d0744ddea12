package deskbell.training.neural;

import ai.djl.ndarray.NDManager;
import deskbell.neural.Batch;
import deskbell.neural.Dropout;
import deskbell.neural.Task;
import deskbell.neural.Torch;
import deskbell.neural.Transformer;
import deskbell.neural.Weights;
import java.util.List;

/**
 * Finds how a lesson's loss changes with the weights. Where two processors may be used, each {@link
 * Halves half} of it has its own: the operations of a step are too many and too small to be shared
 * out one by one. The same comes out on one, since a sum of two has no order. One thread at a time.
 */
final class Gradients {
  private static final int HALVES = 2;

  private final NDManager scope;
  private final List<Dropout> dropouts;
  private final List<Losses> losses;
  private final SecondThread beside;

  /** Gradients of weights, whose arrays belong to the scope. */
  Gradients(NDManager scope, Weights weights, TransformerSettings settings, SecondThread beside) {
    this.scope = scope;
    this.beside = beside;
    dropouts = dropouts(scope, weights, settings);
    losses =
        dropouts.stream()
            .map(dropout -> Transformer.learning(weights, dropout))
            .map(transformer -> new Losses(transformer, (float) settings.smoothing()))
            .toList();
    Torch.threads(Math.max(1, settings.threads() / HALVES));
  }

  private static List<Dropout> dropouts(
      NDManager scope, Weights weights, TransformerSettings settings) {
    if (settings.dropout() == 0) {
      return List.of(Dropout.NONE, Dropout.NONE);
    }
    var size = weights.config();
    int longest = Math.max(size.longestInput(), size.longestOutput());
    int widest = Math.max(Batch.BEFORE * size.width(), size.heads() * longest);
    int most = settings.batch() * longest * widest;
    var marks = Dropout.marks(scope, settings.dropout(), most, settings.seed());
    return List.of(new Dropout(marks), new Dropout(marks));
  }

  /**
   * Adds the gradients of the mean loss to those of the weights; the loss.
   *
   * @param seed of what is forgotten
   */
  double add(Task task, List<Item> items, long seed) {
    var halves = Halves.of(items);
    int all = Losses.counted(task, items);
    if (halves.size() < HALVES) {
      return half(0, task, items, all, seed);
    }
    var second = beside.begin(() -> half(1, task, halves.get(1), all, seed));
    return half(0, task, halves.get(0), all, seed) + second.join();
  }

  private double half(int half, Task task, List<Item> items, int all, long seed) {
    dropouts.get(half).seed(seed * HALVES + half);
    Torch.rememberGradients();
    try (var inner = scope.newSubManager()) {
      var loss = losses.get(half).of(inner, task, items, all);
      Torch.backward(loss);
      return loss.getFloat();
    } finally {
      Torch.forgetGradients();
    }
  }
}
