package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Rows of tokens of unlike length, filled up to the longest.
 *
 * @param ids (B,S)
 * @param padding what hides the filling when it is added to scores (B,1,1,S), or null where there
 *     is none
 */
public record Batch(NDArray ids, NDArray padding) {
  /** The rows as arrays in a scope. */
  public static Batch of(NDManager scope, List<int[]> rows) {
    int longest = rows.stream().mapToInt(row -> row.length).max().orElse(1);
    var flat = new int[rows.size() * longest];
    var hidden = new float[flat.length];
    boolean filled = false;
    for (int row = 0; row < rows.size(); row++) {
      var tokens = rows.get(row);
      System.arraycopy(tokens, 0, flat, row * longest, tokens.length);
      for (int i = tokens.length; i < longest; i++) {
        hidden[row * longest + i] = RelativePositions.HIDDEN;
        filled = true;
      }
    }
    var ids = scope.create(flat, new Shape(rows.size(), longest)); // (B,S)
    return new Batch(
        ids, filled ? scope.create(hidden, new Shape(rows.size(), 1, 1, longest)) : null);
  }
}
