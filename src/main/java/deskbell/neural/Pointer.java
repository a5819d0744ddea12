package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Copies: which token of what was read comes next, and whether to copy at all or to choose from the
 * vocabulary (See 2017, §2.2).
 *
 * @param query (D,D)
 * @param gate (1,D)
 * @param scale 1/√D, as an array
 */
public record Pointer(NDArray query, NDArray gate, NDArray scale) {
  static Pointer of(Weights weights, NDManager scope) {
    var width = weights.config().width();
    return new Pointer(
        weights.get("copy.query"),
        weights.get("copy.gate"),
        scope.create((float) (1 / Math.sqrt(width))));
  }

  /** Where to copy from: vectors (B,T,D) → probabilities (B,T,S). */
  public NDArray places(NDArray vectors, Writing text) {
    var asked = Layers.linear(vectors, query).mul(scale); // (B,T,D)
    var scores = Layers.product(asked, text.read().swapAxes(1, 2)); // (B,T,S)
    var hidden = text.padding();
    var seen = hidden == null ? scores : scores.add(hidden.squeeze(1)); // (B,T,S)
    return seen.softmax(2);
  }

  /** How likely the vocabulary is chosen rather than a copy: vectors (B,T,D) → (B,T,1). */
  public NDArray vocabulary(NDArray vectors) {
    return Layers.linear(vectors, gate).getNDArrayInternal().sigmoid();
  }
}
