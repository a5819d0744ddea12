package deskbell.neural;

import ai.djl.ndarray.NDArray;

/** Layer normalisation with its gain (D) and shift (D). */
record Norm(NDArray gain, NDArray shift) {
  static Norm of(Weights weights, String name) {
    return new Norm(weights.get(name + ".gain"), weights.get(name + ".shift"));
  }

  /** (…,D) → (…,D). */
  NDArray apply(NDArray x) {
    return Layers.norm(x, gain, shift);
  }
}
