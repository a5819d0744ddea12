package deskbell.neural;

import ai.djl.ndarray.NDArray;

/** One layer of the encoder: tokens look at one another, then each is thought over by itself. */
record EncoderLayer(SelfAttention self, FeedForward feed) {
  static EncoderLayer of(Weights weights, String name, Attention attention) {
    return new EncoderLayer(
        SelfAttention.of(weights, name + ".self", attention),
        FeedForward.of(weights, name + ".feed", attention.dropout()));
  }

  /** x (B,S,D), bias (B,H,S,S) → (B,S,D). */
  NDArray apply(NDArray x, NDArray bias) {
    return feed.apply(self.apply(x, bias));
  }
}
