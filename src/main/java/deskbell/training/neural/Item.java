package deskbell.training.neural;

/** An exercise in tokens. Immutable as long as nobody writes into its arrays. */
final class Item {
  private final int[] read;
  private final int[] written;

  /**
   * Pairs what is read with what is to be written, its end included; for an intent its index alone.
   */
  Item(int[] read, int[] written) {
    this.read = read;
    this.written = written;
  }

  int[] read() {
    return read;
  }

  int[] written() {
    return written;
  }

  /** Tokens read and written. */
  int length() {
    return read.length + written.length;
  }
}
