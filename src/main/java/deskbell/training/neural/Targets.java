package deskbell.training.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import deskbell.neural.Pieces;
import deskbell.neural.Task;
import deskbell.neural.Transformer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be written by a batch.
 *
 * @param before what stands before each token (B,T): the task, then the tokens but the last
 * @param targets the tokens (B,T,1)
 * @param places where they stand among B·T, the filling left out (R)
 * @param told the tokens there (R,1)
 */
record Targets(NDArray before, NDArray targets, NDArray places, NDArray told) {
  static Targets of(NDManager scope, Task task, List<Item> items) {
    int longest = items.stream().mapToInt(item -> item.written().length).max().orElse(1);
    var before = new int[items.size() * longest];
    var targets = new long[before.length];
    var places = IntStream.builder();
    for (int row = 0; row < items.size(); row++) {
      var written = items.get(row).written();
      int first = row * longest;
      before[first] = Pieces.task(task);
      System.arraycopy(written, 0, before, first + 1, written.length - 1);
      for (int i = 0; i < written.length; i++) {
        targets[first + i] = written[i];
        places.add(first + i);
      }
    }
    var counted = places.build().toArray();
    var told = Arrays.stream(counted).mapToLong(place -> targets[place]).toArray();
    return new Targets(
        scope.create(before, new Shape(items.size(), longest)),
        scope.create(targets, new Shape(items.size(), longest, 1)),
        scope.create(counted),
        scope.create(told, new Shape(told.length, 1)));
  }

  /** 1 where a token that was read (B,S) is the token to be written, otherwise 0: (B,T,S). */
  NDArray matches(NDArray read) {
    return targets
        .eq(read.toType(DataType.INT64, false).expandDims(1))
        .toType(DataType.FLOAT32, false);
  }

  /** What stands at the tokens: (B,T,N) → (R,N). */
  NDArray counted(NDArray each) {
    return Transformer.rows(each, places);
  }
}
