package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * How much a head cares for the distance between two tokens: one learnt number a head and bucket of
 * distances, exact when near and logarithmic when far (Raffel 2020, §2.1).
 */
final class RelativePositions {
  /** Buckets of distances. */
  static final int BUCKETS = 32;

  /** What is added to the score of a token that must not be seen. */
  static final float HIDDEN = -1e9f;

  private static final int FARTHEST = 128;

  private final NDArray table;
  private final boolean bothWays;
  private final NDArray prepared;

  /**
   * Positions by a table (BUCKETS,H).
   *
   * @param bothWays whether tokens see what follows them; otherwise it is hidden
   * @param prepared the length up to which all is computed now, once; 0 to compute it each time
   */
  RelativePositions(NDArray table, boolean bothWays, int prepared) {
    this.table = table;
    this.bothWays = bothWays;
    this.prepared = prepared == 0 ? null : compute(table.getManager(), 0, prepared, prepared);
  }

  /** What is added to scores of T tokens from a place on against the first S: (H,T,S). */
  NDArray bias(NDManager scope, int from, int rows, int columns) {
    if (prepared == null) {
      return compute(scope, from, rows, columns);
    }
    long heads = table.getShape().get(1);
    return Layers.part(scope, prepared, new long[] {0, from, 0}, heads, from + rows, columns);
  }

  private NDArray compute(NDManager scope, int from, int rows, int columns) {
    var buckets = new int[rows * columns];
    var hidden = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int distance = column - (from + row);
        buckets[row * columns + column] = bucket(distance);
        hidden[row * columns + column] = !bothWays && distance > 0 ? HIDDEN : 0;
      }
    }
    var shape = new Shape(rows, columns);
    var bias = Layers.rows(scope.create(buckets, shape), table).transpose(2, 0, 1); // (H,T,S)
    return bias.add(scope.create(hidden, shape)); // (H,T,S)
  }

  private int bucket(int distance) {
    int half = bothWays ? BUCKETS / 2 : BUCKETS;
    int first = bothWays && distance > 0 ? half : 0;
    int far = bothWays ? Math.abs(distance) : Math.max(0, -distance);
    int exact = half / 2;
    if (far < exact) {
      return first + far;
    }
    double share = Math.log((double) far / exact) / Math.log((double) FARTHEST / exact);
    return first + Math.min(half - 1, exact + (int) (share * (half - exact)));
  }
}
