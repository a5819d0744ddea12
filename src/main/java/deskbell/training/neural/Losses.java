package deskbell.training.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import deskbell.neural.Batch;
import deskbell.neural.Pieces;
import deskbell.neural.Task;
import deskbell.neural.Transformer;
import deskbell.neural.Writing;
import java.util.Arrays;
import java.util.List;

/**
 * How wrong a Transformer is about items of one task: mean surprise a token, in nats. Results
 * belong to the scope given.
 *
 * @param smoothing the share of certainty that is given to all other answers
 */
record Losses(Transformer transformer, float smoothing) {
  /** The probability below which a target counts as impossible. */
  private static final float LEAST = 1e-6f;

  /** What the loss of these items is a mean over: choices, or tokens written. */
  static int counted(Task task, List<Item> items) {
    return task == Task.INTENT
        ? items.size()
        : items.stream().mapToInt(item -> item.written().length).sum();
  }

  /**
   * What items add to the mean loss of all, as an array of one number.
   *
   * @param all how many {@linkplain #counted count}, of which these may be a part
   */
  NDArray of(NDManager scope, Task task, List<Item> items, int all) {
    var read = Batch.of(scope, items.stream().map(Item::read).toList());
    var writing = transformer.begin(read, false);
    return task == Task.INTENT
        ? choice(transformer.intents(transformer.write(starts(scope, task, items), writing)), items)
            .div(all)
        : telling(scope, task, items, read, writing).div(all);
  }

  /** How much each intent is meant (B,I). */
  NDArray intents(NDManager scope, List<Item> items) {
    var read = Batch.of(scope, items.stream().map(Item::read).toList());
    var writing = transformer.begin(read, false);
    var written = transformer.write(starts(scope, Task.INTENT, items), writing); // (B,1,D)
    return transformer.intents(written).squeeze(1);
  }

  private static NDArray starts(NDManager scope, Task task, List<Item> items) {
    var ids = new int[items.size()];
    Arrays.fill(ids, Pieces.task(task));
    return scope.create(ids, new Shape(ids.length, 1)); // (B,1)
  }

  private NDArray choice(NDArray scores, List<Item> items) {
    var labels = items.stream().mapToLong(item -> item.written()[0]).toArray();
    var log = scores.squeeze(1).logSoftmax(1); // (B,I)
    var index = scores.getManager().create(labels, new Shape(labels.length, 1)); // (B,1)
    return surprise(log.gather(index, 1), log).sum(); // ()
  }

  /** Only what counts is compared with the pieces: R tokens written of all texts, one by one. */
  private NDArray telling(
      NDManager scope, Task task, List<Item> items, Batch read, Writing writing) {
    var rows = Targets.of(scope, task, items);
    var vectors = transformer.write(rows.before(), writing); // (B,T,D)
    var places = transformer.places(vectors, writing); // (B,T,S)
    var copied =
        rows.counted(places.mul(rows.matches(read.ids())).sum(new int[] {2}, true)); // (R,1)
    var each = rows.counted(vectors); // (R,D)
    var log = transformer.pieces(each).logSoftmax(1); // (R,P)
    var chosen = log.gather(rows.told(), 1); // (R,1)
    var gate = transformer.vocabulary(each); // (R,1)
    var likely = chosen.exp().mul(gate).add(copied.mul(gate.neg().add(1))); // (R,1)
    return surprise(likely.add(LEAST).log(), log).sum(); // ()
  }

  /**
   * The surprise (R,1) at the right answers' logarithms (R,1) and a little at all others' (R,N).
   */
  private NDArray surprise(NDArray right, NDArray all) {
    var told = right.mul(smoothing - 1);
    return smoothing == 0 ? told : told.sub(all.mean(new int[] {1}, true).mul(smoothing));
  }
}
