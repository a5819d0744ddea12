package deskbell.neural;

import ai.djl.ndarray.NDArray;

/**
 * A block in which tokens look at one another, with its norm before and the input added after.
 *
 * @param in queries, keys and values in one matrix (3D,D)
 * @param out (D,D)
 */
record SelfAttention(Norm norm, NDArray in, NDArray out, Attention attention) {
  static SelfAttention of(Weights weights, String name, Attention attention) {
    return new SelfAttention(
        Norm.of(weights, name), weights.get(name + ".in"), weights.get(name + ".out"), attention);
  }

  /** Texts as wholes: x (B,S,D), bias (B,H,S,S) → (B,S,D). */
  NDArray apply(NDArray x, NDArray bias) {
    return apply(x, bias, null);
  }

  /**
   * Tokens that go on from others: x (B,T,D), bias (H,T,S) → (B,T,D).
   *
   * @param cache the keys and values of what was before; grows by T. Null where nothing goes on
   */
  NDArray apply(NDArray x, NDArray bias, LayerCache cache) {
    long batch = x.getShape().get(0);
    long length = x.getShape().get(1);
    int heads = attention.heads();
    var all = Layers.linear(norm.apply(x), in); // (B,T,3D)
    var apart = Layers.heads(all, batch, length, 3L * heads, attention.headWidth()); // (B,3H,T,K)
    var parts = Layers.split(apart, heads, 1); // 3 × (B,H,T,K)
    var keys = cache == null ? parts[1] : cache.keys(parts[1]); // (B,H,S,K)
    var values = cache == null ? parts[2] : cache.values(parts[2]); // (B,H,S,K)
    var found = attention.apply(parts[0], keys, values, bias); // (B,T,D)
    return x.add(attention.dropout().of(Layers.linear(found, out))); // (B,T,D)
  }
}
