package deskbell.neural;

import ai.djl.ndarray.NDArray;

/** One layer of the decoder: what is written, then what was read, then each token by itself. */
record DecoderLayer(SelfAttention self, CrossAttention cross, FeedForward feed) {
  static DecoderLayer of(Weights weights, String name, Attention attention) {
    return new DecoderLayer(
        SelfAttention.of(weights, name + ".self", attention),
        CrossAttention.of(weights, name + ".cross", attention),
        FeedForward.of(weights, name + ".feed", attention.dropout()));
  }

  /** x (B,T,D) in layer number {@code layer}, bias (H,T,S) → (B,T,D). */
  NDArray apply(NDArray x, NDArray bias, Writing writing, int layer) {
    var told = self.apply(x, bias, writing.cache(layer)); // (B,T,D)
    var read = cross.apply(told, writing.keys(layer), writing.values(layer), writing.padding());
    return feed.apply(read); // (B,T,D)
  }
}
