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

  /** The loss of items, as an array of one number. */
  NDArray of(NDManager scope, Task task, List<Item> items) {
    var read = Batch.of(scope, items.stream().map(Item::read).toList());
    var vectors = transformer.read(read.ids(), read.padding()); // (B,S,D)
    var writing = transformer.begin(vectors, read.padding(), false);
    return task == Task.INTENT
        ? choice(transformer.intents(transformer.write(starts(scope, task, items), writing)), items)
        : telling(scope, task, items, read, writing);
  }

  /** How much each intent is meant (B,I). */
  NDArray intents(NDManager scope, List<Item> items) {
    var read = Batch.of(scope, items.stream().map(Item::read).toList());
    var vectors = transformer.read(read.ids(), read.padding()); // (B,S,D)
    var writing = transformer.begin(vectors, read.padding(), false);
    var written = transformer.write(starts(scope, Task.INTENT, items), writing); // (B,1,D)
    return transformer.intents(written).squeeze(1);
  }

  private static NDArray starts(NDManager scope, Task task, List<Item> items) {
    var ids = new int[items.size()];
    Arrays.fill(ids, Pieces.task(task));
    return scope.create(ids, new Shape(ids.length, 1)); // (B,1)
  }

  private NDArray choice(NDArray scores, List<Item> items) {
    var labels = items.stream().mapToInt(item -> item.written()[0]).toArray();
    var log = scores.squeeze(1).logSoftmax(1); // (B,I)
    var index = scores.getManager().create(labels, new Shape(labels.length, 1)); // (B,1)
    var right = log.gather(index, 1).mean(); // ()
    return right.mul(1 - smoothing).add(log.mean().mul(smoothing)).neg();
  }

  private NDArray telling(
      NDManager scope, Task task, List<Item> items, Batch read, Writing writing) {
    var rows = Targets.of(scope, task, items);
    var vectors = transformer.write(rows.before(), writing); // (B,T,D)
    var log = transformer.pieces(vectors).logSoftmax(2); // (B,T,P)
    var chosen = log.gather(rows.targets(), 2).squeeze(2); // (B,T)
    var places = transformer.pointer().places(vectors, writing); // (B,T,S)
    var copied = places.mul(rows.matches(read.ids())).sum(new int[] {2}); // (B,T)
    var gate = transformer.pointer().vocabulary(vectors).squeeze(2); // (B,T)
    var likely = chosen.exp().mul(gate).add(copied.mul(gate.neg().add(1))); // (B,T)
    var smooth = log.mean(new int[] {2}).mul(smoothing); // (B,T)
    var told = likely.add(LEAST).log().mul(1 - smoothing).add(smooth); // (B,T)
    return told.mul(rows.counts()).sum().div(rows.counts().sum()).neg();
  }
}
