package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Rows of tokens to be read, of unlike length, filled up to the longest.
 *
 * @param ids (B,S)
 * @param parts which part of what is read each token belongs to (B,S): 0 for the text, then one for
 *     each earlier turn or fact; later ones share the last number
 * @param before the two tokens left of each, the nearer first (B,S,2); 0 where there is none
 * @param padding what hides the filling when it is added to scores (B,1,1,S), or null where there
 *     is none
 */
public record Batch(NDArray ids, NDArray parts, NDArray before, NDArray padding) {
  /** Parts that are told apart. */
  static final int PARTS = 8;

  /** Tokens left of each that a pointer knows. */
  public static final int BEFORE = 2;

  /** The rows as arrays in a scope. */
  public static Batch of(NDManager scope, List<int[]> rows) {
    int longest = longest(rows);
    var parts = new int[rows.size() * longest];
    var hidden = new float[parts.length];
    boolean filled = false;
    for (int row = 0; row < rows.size(); row++) {
      var tokens = rows.get(row);
      int part = 0;
      for (int i = 0; i < longest; i++) {
        int place = row * longest + i;
        if (i >= tokens.length) {
          hidden[place] = RelativePositions.HIDDEN;
          filled = true;
        } else if (tokens[i] == Pieces.TURN || tokens[i] == Pieces.FACT) {
          part = Math.min(part + 1, PARTS - 1);
        }
        parts[place] = part;
      }
    }
    return new Batch(
        ids(scope, rows),
        scope.create(parts, new Shape(rows.size(), longest)),
        scope.create(before(rows, longest), new Shape(rows.size(), longest, BEFORE)),
        filled ? scope.create(hidden, new Shape(rows.size(), 1, 1, longest)) : null);
  }

  private static int[] before(List<int[]> rows, int longest) {
    var before = new int[rows.size() * longest * BEFORE];
    for (int row = 0; row < rows.size(); row++) {
      var tokens = rows.get(row);
      for (int i = 1; i < longest; i++) {
        for (int back = 1; back <= Math.min(i, BEFORE); back++) {
          int left = i - back < tokens.length ? tokens[i - back] : 0;
          before[(row * longest + i) * BEFORE + back - 1] = left;
        }
      }
    }
    return before;
  }

  /** The rows alone (B,S), in a scope. */
  public static NDArray ids(NDManager scope, List<int[]> rows) {
    int longest = longest(rows);
    var flat = new int[rows.size() * longest];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(rows.get(row), 0, flat, row * longest, rows.get(row).length);
    }
    return scope.create(flat, new Shape(rows.size(), longest));
  }

  private static int longest(List<int[]> rows) {
    return rows.stream().mapToInt(row -> row.length).max().orElse(1);
  }
}
