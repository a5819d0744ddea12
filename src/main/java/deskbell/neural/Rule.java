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

  /** What is to be changed in which turn, as it stands there, and by what. */
  Rule REVISIONS = Rule::revises;

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
    while (slot >= 0 && Pieces.mark(written[slot]).isEmpty()) {
      slot--;
    }
    boolean valueBegan = slot < written.length - 1;
    if (next == Pieces.END || Pieces.SLOT_NAMES.contains(Pieces.mark(next))) {
      return slot < 0 || valueBegan;
    }
    return slot >= 0 && place(read, continued(written, slot + 1, next)) >= 0;
  }

  private static boolean revises(int[] read, int[] written, int next) {
    if (written.length == 0) {
      int turn = Pieces.TURNS.indexOf(Pieces.mark(next));
      return next == Pieces.END
          || next == Pieces.mark(Pieces.JOINED)
          || (turn >= 0 && turn <= IntStream.of(read).filter(id -> id == Pieces.TURN).count());
    }
    if (written[0] == Pieces.mark(Pieces.JOINED)) {
      return next == Pieces.END;
    }
    if (IntStream.of(written).anyMatch(id -> id == Pieces.mark(Pieces.BY))) {
      return TEXT.allows(read, written, next);
    }
    int turn = Pieces.TURNS.indexOf(Pieces.mark(written[0]));
    return next == Pieces.mark(Pieces.BY)
        || place(turn(read, turn), continued(written, 1, next)) >= 0;
  }

  /** What was read of a turn, from 0 for what is said now. */
  private static int[] turn(int[] read, int number) {
    int from = 0;
    for (int left = number; left > 0; from++) {
      left -= read[from] == Pieces.TURN ? 1 : 0;
    }
    int to = from;
    while (to < read.length && read[to] != Pieces.TURN) {
      to++;
    }
    return Arrays.copyOfRange(read, from, to);
  }

  private static int[] continued(int[] written, int from, int next) {
    var run = Arrays.copyOfRange(written, from, written.length + 1);
    run[run.length - 1] = next;
    return run;
  }

  /** Where a run of tokens first stands in others; -1 where it does not. */
  static int place(int[] in, int[] run) {
    return IntStream.rangeClosed(0, in.length - run.length)
        .filter(from -> Arrays.equals(in, from, from + run.length, run, 0, run.length))
        .findFirst()
        .orElse(-1);
  }
}
