package deskbell.neural;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Texts being written by the decoder: what was read, and how far each layer is. Its arrays belong
 * to the scope of what was read. One thread at a time.
 */
public final class Writing {
  private final NDArray[] memory;
  private final List<LayerCache> caches;
  private NDArray read;
  private NDArray padding;
  private int length;

  /**
   * Nothing written yet.
   *
   * @param read what was read (B,S,D)
   * @param padding hides what is no token (B,1,1,S), or null
   * @param memory keys and values (B,H,S,K) of each layer
   * @param caches one a layer; empty where everything is written at once
   */
  Writing(NDArray read, NDArray padding, NDArray[] memory, List<LayerCache> caches) {
    this.read = read;
    this.padding = padding;
    this.memory = memory;
    this.caches = caches;
  }

  NDArray read() {
    return read;
  }

  /** Texts that are being written. */
  int rows() {
    return (int) read.getShape().get(0);
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
  void keep(int... rows) {
    try (var ids = read.getManager().create(rows)) {
      read = Layers.pick(read, ids);
      padding = padding == null ? null : Layers.pick(padding, ids);
      for (int i = 0; i < memory.length; i++) {
        memory[i] = Layers.pick(memory[i], ids);
      }
      caches.forEach(cache -> cache.keep(ids));
    }
  }
}
