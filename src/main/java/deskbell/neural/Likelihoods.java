package deskbell.neural;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** How likely given answers are: choices from the vocabulary and copies together. */
final class Likelihoods {
  private static final double LEAST = 1e-9;

  private final List<int[]> read;
  private final List<int[]> written;
  private final float[] chosen;
  private final float[] copied;
  private final float[] gates;
  private final int longestRead;

  /**
   * Of answers to what was read.
   *
   * @param chosen the probability of each token in the vocabulary (B·T)
   * @param places where to copy from (B,T,S)
   * @param gates how likely the vocabulary is chosen (B·T)
   */
  Likelihoods(
      List<int[]> read, List<int[]> written, float[] chosen, NDArray places, float[] gates) {
    this.read = read;
    this.written = written;
    this.chosen = chosen;
    this.gates = gates;
    longestRead = (int) places.getShape().get(2);
    copied = places.toFloatArray();
  }

  /** The mean logarithm of a token's probability in each answer. */
  double[] means() {
    var means = new double[read.size()];
    int longest = gates.length / read.size();
    for (int row = 0; row < means.length; row++) {
      var tokens = written.get(row);
      for (int i = 0; i < tokens.length; i++) {
        means[row] += Math.log(Math.max(LEAST, chance(row, row * longest + i, tokens[i])));
      }
      means[row] /= tokens.length;
    }
    return means;
  }

  private double chance(int row, int place, int token) {
    double copy = 0;
    var tokens = read.get(row);
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == token) {
        copy += copied[place * longestRead + i];
      }
    }
    return gates[place] * chosen[place] + (1 - gates[place]) * copy;
  }
}
