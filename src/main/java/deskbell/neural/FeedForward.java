package deskbell.neural;

import ai.djl.ndarray.NDArray;

/**
 * The block in which each token is thought over by itself.
 *
 * @param in (F,D)
 * @param out (D,F)
 */
record FeedForward(Norm norm, NDArray in, NDArray out, Dropout dropout) {
  static FeedForward of(Weights weights, String name, Dropout dropout) {
    return new FeedForward(
        Norm.of(weights, name), weights.get(name + ".in"), weights.get(name + ".out"), dropout);
  }

  /** (B,T,D) → (B,T,D). */
  NDArray apply(NDArray x) {
    var wide = Layers.gelu(Layers.linear(norm.apply(x), in)); // (B,T,F)
    var narrow = Layers.linear(wide, out); // (B,T,D)
    return x.add(dropout.of(narrow)); // (B,T,D)
  }
}
