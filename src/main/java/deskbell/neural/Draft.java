package deskbell.neural;

import java.util.Arrays;

/** A text as far as it is written. Immutable as long as nobody writes into its array. */
final class Draft {
  private final int text;
  private final int row;
  private final int[] tokens;
  private final double likelihood;

  private Draft(int text, int row, int[] tokens, double likelihood) {
    this.text = text;
    this.row = row;
    this.tokens = tokens;
    this.likelihood = likelihood;
  }

  /** Nothing written on the text with this number. */
  static Draft empty(int text) {
    return new Draft(text, text, new int[0], 0);
  }

  /** The same with one more token, which grew out of a row of the batch. */
  Draft with(int token, double chance, int parent) {
    var longer = Arrays.copyOf(tokens, tokens.length + 1);
    longer[tokens.length] = token;
    return new Draft(text, parent, longer, likelihood + Math.log(chance));
  }

  /** The number of the text that is written on. */
  int text() {
    return text;
  }

  /** The row of the batch before that it grew out of. */
  int row() {
    return row;
  }

  /** The tokens written, without the task. */
  int[] tokens() {
    return tokens;
  }

  /** The mean logarithm of a token's probability. */
  double score() {
    return tokens.length == 0 ? Double.NEGATIVE_INFINITY : likelihood / tokens.length;
  }

  /** The logarithm of its probability. */
  double likelihood() {
    return likelihood;
  }

  boolean ended() {
    return tokens.length > 0 && tokens[tokens.length - 1] == Pieces.END;
  }
}
