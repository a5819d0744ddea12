package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;

/**
 * The engine's operations that the blocks are made of, one native call each. Results belong to the
 * scope of the first argument.
 */
final class Layers {
  private static final double EPSILON = 1e-5;

  private Layers() {}

  /** x (…,I) by weights (O,I): (…,O). */
  static NDArray linear(NDArray x, NDArray weight) {
    return JniUtils.linear((PtNDArray) x, (PtNDArray) weight, null);
  }

  /** x (…,N,K) by y (…,K,M): (…,N,M). */
  static NDArray product(NDArray x, NDArray y) {
    return JniUtils.matmul((PtNDArray) x, (PtNDArray) y);
  }

  /** x (…,D) with mean 0 and deviation 1, times gain (D), plus shift (D): Ba 2016. */
  static NDArray norm(NDArray x, NDArray gain, NDArray shift) {
    return JniUtils.layerNorm(
        (PtNDArray) x, gain.getShape(), (PtNDArray) gain, (PtNDArray) shift, EPSILON);
  }

  /** The rows of a table (N,D) that ids (…) name: (…,D). */
  static NDArray rows(NDArray ids, NDArray table) {
    return JniUtils.embedding((PtNDArray) ids, (PtNDArray) table, false);
  }

  /** The Gaussian error linear unit: Hendrycks 2016. */
  static NDArray gelu(NDArray x) {
    return JniUtils.gelu((PtNDArray) x);
  }

  /** Both, one after the other along an axis. */
  static NDArray join(NDArray first, NDArray second, int axis) {
    return JniUtils.cat(new PtNDArray[] {(PtNDArray) first, (PtNDArray) second}, axis);
  }

  /** Parts of an array along an axis, each of this length. */
  static NDArray[] split(NDArray x, long length, int axis) {
    return JniUtils.split((PtNDArray) x, length, axis).toArray(NDArray[]::new);
  }

  /** The part of x from these places to those, in a scope. */
  static NDArray part(NDManager scope, NDArray x, long[] from, long... to) {
    var steps = new long[from.length];
    Arrays.fill(steps, 1);
    return JniUtils.index((PtNDArray) x, from, to, steps, (PtNDManager) scope);
  }

  /** The rows (N,…) of x (B,…) that ids (N) name, in the scope of ids; closes x. */
  static NDArray pick(NDArray x, NDArray ids) {
    var shape = x.getShape();
    long width = shape.size() / shape.get(0);
    try (var flat = x.reshape(new Shape(shape.get(0), width));
        var rows = rows(ids, flat)) { // (N,width)
      var kept = shape.getShape().clone();
      kept[0] = ids.size();
      return rows.reshape(new Shape(kept));
    } finally {
      x.close();
    }
  }

  /** x (B,T,N·K) as heads: (B,N,T,K). */
  static NDArray heads(NDArray x, long batch, long length, long number, long size) {
    return length == 1
        ? x.reshape(new Shape(batch, number, 1, size))
        : x.reshape(new Shape(batch, length, number, size)).transpose(0, 2, 1, 3);
  }

  /** Heads (B,H,T,K) side by side again: (B,T,H·K). */
  static NDArray sideBySide(NDArray x, long batch, long length, long width) {
    var joined = new Shape(batch, length, width);
    return length == 1 ? x.reshape(joined) : x.transpose(0, 2, 1, 3).reshape(joined);
  }
}
