package deskbell.training.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import deskbell.neural.Pieces;
import deskbell.neural.Task;
import java.util.List;

/**
 * What is to be written by a batch.
 *
 * @param before what stands before each token (B,T): the task, then the tokens but the last
 * @param targets the tokens (B,T,1)
 * @param counts 1 for a token, 0 for filling (B,T)
 */
record Targets(NDArray before, NDArray targets, NDArray counts) {
  static Targets of(NDManager scope, Task task, List<Item> items) {
    int longest = items.stream().mapToInt(item -> item.written().length).max().orElse(1);
    var before = new int[items.size() * longest];
    var targets = new long[before.length];
    var counts = new float[before.length];
    for (int row = 0; row < items.size(); row++) {
      var written = items.get(row).written();
      before[row * longest] = Pieces.task(task);
      for (int i = 0; i < written.length; i++) {
        targets[row * longest + i] = written[i];
        counts[row * longest + i] = 1;
        if (i + 1 < written.length) {
          before[row * longest + i + 1] = written[i];
        }
      }
    }
    var shape = new Shape(items.size(), longest);
    return new Targets(
        scope.create(before, shape),
        scope.create(targets, new Shape(items.size(), longest, 1)),
        scope.create(counts, shape));
  }

  /** 1 where a token that was read (B,S) is the token to be written, otherwise 0: (B,T,S). */
  NDArray matches(NDArray read) {
    return targets
        .eq(read.toType(DataType.INT64, false).expandDims(1))
        .toType(DataType.FLOAT32, false);
  }
}
