package deskbell.neural;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which tokens may be written next. Pure. */
@FunctionalInterface
interface Rule {
  /** Text and its end. */
  Rule TEXT = (_, _, next) -> next == Pieces.END || next >= Pieces.ofByte(0);

  /** Slots, each followed by a part of what was read, and the end. */
  Rule COPIES = Rule::copies;

  /** Whether a token may follow. */
  boolean allows(int[] read, int[] written, int next);

  /** The same, where no run of so many tokens comes twice. */
  default Rule without(int repeated) {
    return repeated == 0
        ? this
        : (read, written, next) -> allows(read, written, next) && !repeats(written, next, repeated);
  }

  /** The same, where the end does not come before so many tokens. */
  default Rule atLeast(int shortest) {
    return shortest == 0
        ? this
        : (read, written, next) ->
            allows(read, written, next) && (next != Pieces.END || written.length >= shortest);
  }

  private static boolean repeats(int[] written, int next, int run) {
    int from = written.length - run + 1;
    if (from < 0 || written.length == 0) {
      return false;
    }
    return IntStream.rangeClosed(0, written.length - run)
        .anyMatch(
            start ->
                written[start + run - 1] == next
                    && Arrays.equals(
                        written, start, start + run - 1, written, from, written.length));
  }

  private static boolean copies(int[] read, int[] written, int next) {
    int slot = written.length - 1;
    while (slot >= 0 && Pieces.slot(written[slot]).isEmpty()) {
      slot--;
    }
    boolean valueBegan = slot < written.length - 1;
    if (next == Pieces.END) {
      return slot < 0 || valueBegan;
    }
    if (!Pieces.slot(next).isEmpty()) {
      return slot < 0 || valueBegan;
    }
    if (slot < 0) {
      return false;
    }
    var value = Arrays.copyOfRange(written, slot + 1, written.length + 1);
    value[value.length - 1] = next;
    return place(read, value) >= 0;
  }

  /** Where a run of tokens first stands in others; -1 where it does not. */
  static int place(int[] in, int[] run) {
    return IntStream.rangeClosed(0, in.length - run.length)
        .filter(from -> Arrays.equals(in, from, from + run.length, run, 0, run.length))
        .findFirst()
        .orElse(-1);
  }
}
