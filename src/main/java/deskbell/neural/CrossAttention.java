package deskbell.neural;

import ai.djl.ndarray.NDArray;

/**
 * A block in which tokens being written look at the text that was read.
 *
 * @param query (D,D)
 * @param out (D,D)
 */
record CrossAttention(Norm norm, NDArray query, NDArray out, Attention attention) {
  static CrossAttention of(Weights weights, String name, Attention attention) {
    return new CrossAttention(
        Norm.of(weights, name),
        weights.get(name + ".query"),
        weights.get(name + ".out"),
        attention);
  }

  /** x (B,T,D), keys and values (B,H,S,K), bias (B,1,1,S) or null → (B,T,D). */
  NDArray apply(NDArray x, NDArray keys, NDArray values, NDArray bias) {
    long batch = x.getShape().get(0);
    long length = x.getShape().get(1);
    var asked = Layers.linear(norm.apply(x), query); // (B,T,D)
    var queries =
        Layers.heads(asked, batch, length, attention.heads(), attention.headWidth()); // (B,H,T,K)
    var found = attention.apply(queries, keys, values, bias); // (B,T,D)
    return x.add(attention.dropout().of(Layers.linear(found, out))); // (B,T,D)
  }
}
