package deskbell.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** The keys and values that one decoder layer has seen. One thread at a time. */
final class LayerCache {
  private final NDManager scope;
  private NDArray keys;
  private NDArray values;

  /** Nothing seen yet; what will be seen is kept in this scope. */
  LayerCache(NDManager scope) {
    this.scope = scope;
  }

  /** Adds keys (B,H,T,K) and gives all (B,H,S,K). */
  NDArray keys(NDArray more) {
    keys = grown(keys, more);
    return keys;
  }

  /** Adds values (B,H,T,K) and gives all (B,H,S,K). */
  NDArray values(NDArray more) {
    values = grown(values, more);
    return values;
  }

  private NDArray grown(NDArray before, NDArray more) {
    if (before == null) {
      more.attach(scope);
      return more;
    }
    var all = Layers.join(before, more, 2);
    before.close();
    return all;
  }

  /** Keeps these rows of the batch, in this order; a row may be kept twice. */
  void keep(NDArray rows) {
    keys = Layers.pick(keys, rows);
    values = Layers.pick(values, rows);
  }
}
