package deskbell.dialog.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the cells of an arrow, and of boxes that follow one another alone, under one another where
 * nothing is in the way. Belongs to one drawing.
 */
final class Straight {
  private final List<List<Cell>> rows;
  private final Set<Cell> taken = new HashSet<>();

  /** Where a cell may go without touching its neighbours. */
  private record Room(double from, double to) {
    Room within(Room other) {
      return new Room(Math.max(from, other.from), Math.min(to, other.to));
    }

    boolean empty() {
      return from > to;
    }

    double nearest(double x) {
      return Math.clamp(x, from, to);
    }
  }

  private Straight(List<List<Cell>> rows) {
    this.rows = rows;
  }

  /** Straightens what can be, the longest stretches first. */
  static void of(List<List<Cell>> rows) {
    var straight = new Straight(rows);
    var chains = new ArrayList<List<Cell>>();
    rows.forEach(row -> row.forEach(cell -> straight.chain(cell, chains)));
    chains.sort((one, other) -> other.size() - one.size());
    chains.forEach(straight::align);
  }

  /** The chain that begins here, unless the cell belongs to one already. */
  private void chain(Cell first, List<List<Cell>> chains) {
    var chain = new ArrayList<Cell>();
    var cell = first;
    while (taken.add(cell)) {
      chain.add(cell);
      if (cell.below.size() != 1 || cell.below.getFirst().above.size() != 1) {
        break;
      }
      cell = cell.below.getFirst();
    }
    if (chain.size() > 1) {
      chains.add(chain);
    }
  }

  private void align(List<Cell> chain) {
    int start = 0;
    while (start < chain.size()) {
      var room = room(chain.get(start));
      int end = start + 1;
      while (end < chain.size() && !room.within(room(chain.get(end))).empty()) {
        room = room.within(room(chain.get(end)));
        end++;
      }
      var stretch = chain.subList(start, end);
      double x = room.nearest(stretch.stream().mapToDouble(cell -> cell.x).average().orElseThrow());
      stretch.forEach(cell -> cell.x = x);
      start = end;
    }
  }

  private Room room(Cell cell) {
    var row = rows.get(cell.row);
    int place = row.indexOf(cell);
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    if (place > 0) {
      from = row.get(place - 1).x + Columns.apart(row.get(place - 1), cell);
    }
    if (place < row.size() - 1) {
      to = row.get(place + 1).x - Columns.apart(cell, row.get(place + 1));
    }
    // rounding may leave a cell a hair's breadth outside its room
    return new Room(Math.min(from, cell.x), Math.max(to, cell.x));
  }
}
