package deskbell.neural;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Texts being written by the decoder: what was read, and how far each layer is. Its arrays belong
 * to the scope of what was read. One thread at a time.
 */
public final class Writing {
  private final NDArray[] memory;
  private final List<LayerCache> caches;
  private final NDArray before;
  private final NDArray read;
  private NDArray copied;
  private NDArray padding;
  private int rows;
  private int length;

  /**
   * Nothing written yet.
   *
   * @param batch what was read (B,S)
   * @param read what was made of it (B,S,D)
   * @param memory keys and values (B,H,S,K) of each layer
   * @param caches one a layer; empty where everything is written at once
   */
  Writing(Batch batch, NDArray read, NDArray[] memory, List<LayerCache> caches) {
    this.read = read;
    before = batch.before();
    padding = batch.padding();
    rows = (int) read.getShape().get(0);
    this.memory = memory;
    this.caches = caches;
  }

  /**
   * What places to copy from are found by (B,S,D), made where it is first asked for.
   *
   * @param maker of what stands left of each token (B,S,2) and what was read (B,S,D)
   */
  NDArray copied(BinaryOperator<NDArray> maker) {
    if (copied == null) {
      copied = maker.apply(before, read);
    }
    return copied;
  }

  /** Texts that are being written. */
  int rows() {
    return rows;
  }

  NDArray padding() {
    return padding;
  }

  NDArray keys(int layer) {
    return memory[2 * layer];
  }

  NDArray values(int layer) {
    return memory[2 * layer + 1];
  }

  LayerCache cache(int layer) {
    return caches.isEmpty() ? null : caches.get(layer);
  }

  /** Tokens written so far. */
  int length() {
    return length;
  }

  void wrote(int tokens) {
    length += tokens;
  }

  /** Keeps these rows of the batch, in this order; a row may be kept twice. */
  void keep(int... kept) {
    rows = kept.length;
    try (var ids = read.getManager().create(kept)) {
      copied = copied == null ? null : Layers.pick(copied, ids);
      padding = padding == null ? null : Layers.pick(padding, ids);
      for (int i = 0; i < memory.length; i++) {
        memory[i] = Layers.pick(memory[i], ids);
      }
      caches.forEach(cache -> cache.keep(ids));
    }
  }
}
