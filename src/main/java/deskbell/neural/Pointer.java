package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Copies: which token of what was read comes next, and whether to copy at all or to choose from the
 * vocabulary (See 2017, §2.2).
 *
 * <p>Where the token that was just written stands in what was read, the next one to copy stands
 * right of it: a place is found by what it holds and by the two tokens left of it.
 *
 * @param query (D,D)
 * @param left (D,2D)
 * @param gate (1,D)
 * @param scale 1/√D, as an array
 */
record Pointer(NDArray query, NDArray left, NDArray gate, NDArray scale) {
  static Pointer of(Weights weights, NDManager scope) {
    var width = weights.config().width();
    return new Pointer(
        weights.get("copy.query"),
        weights.get("copy.left"),
        weights.get("copy.gate"),
        scope.create((float) (1 / Math.sqrt(width))));
  }

  /** What places are found by: what was read (B,S,D) and what stands left (B,S,2D) → (B,S,D). */
  NDArray keys(NDArray read, NDArray before) {
    return read.add(Layers.linear(before, left));
  }

  /** Where to copy from: vectors (B,T,D), keys (B,S,D), padding (B,1,1,S) → (B,T,S). */
  NDArray places(NDArray vectors, NDArray keys, NDArray padding) {
    var asked = Layers.linear(vectors, query).mul(scale); // (B,T,D)
    var scores = Layers.product(asked, keys.swapAxes(1, 2)); // (B,T,S)
    var seen = padding == null ? scores : scores.add(padding.squeeze(1)); // (B,T,S)
    return seen.softmax(2);
  }

  /** How likely the vocabulary is chosen rather than a copy: vectors (B,T,D) → (B,T,1). */
  NDArray vocabulary(NDArray vectors) {
    return Layers.linear(vectors, gate).getNDArrayInternal().sigmoid();
  }
}
