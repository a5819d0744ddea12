package deskbell.neural;

import ai.djl.ndarray.NDArray;

/**
 * Scaled dot-product attention of several heads at once (Vaswani 2017, §3.2).
 *
 * @param scale 1/√K, as an array
 */
record Attention(int heads, int headWidth, NDArray scale, Dropout dropout) {
  /**
   * What queries (B,H,T,K) find among keys and values (B,H,S,K): (B,T,D).
   *
   * @param bias added to the scores (B,H,T,S), or null
   */
  NDArray apply(NDArray queries, NDArray keys, NDArray values, NDArray bias) {
    var shape = queries.getShape();
    var scores = Layers.product(queries.mul(scale), keys.swapAxes(2, 3)); // (B,H,T,S)
    var seen = bias == null ? scores : scores.add(bias); // (B,H,T,S)
    var weights = dropout.of(seen.softmax(3)); // (B,H,T,S)
    var found = Layers.product(weights, values); // (B,H,T,K)
    return Layers.sideBySide(found, shape.get(0), shape.get(2), (long) heads * headWidth);
  }
}
