package deskbell.training.neural;

import java.util.Arrays;

/** Grows into an array of numbers. One thread. */
final class IntBuilder {
  private int[] values = new int[32];
  private int count;

  void add(int value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  void addAll(int[] more) {
    for (int value : more) {
      add(value);
    }
  }

  int[] toArray() {
    return Arrays.copyOf(values, count);
  }
}
