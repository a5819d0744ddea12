package deskbell.dialog.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a row: a box, or a bend where an arrow passes the row, as wide as the label that
 * stands there. Belongs to one drawing.
 */
final class Cell {
  /** The node in the box; empty for a bend. */
  final String node;

  final int row;
  final int width;

  /** The cells of the rows above and below to which arrows lead from here. */
  final List<Cell> above = new ArrayList<>();

  final List<Cell> below = new ArrayList<>();

  /** The middle, from left to right in pixels. */
  double x;

  Cell(String node, int row, int width) {
    this.node = node;
    this.row = row;
    this.width = width;
  }

  boolean box() {
    return !node.isEmpty();
  }

  /** Leads an arrow to a cell of the next row. */
  void to(Cell next) {
    below.add(next);
    next.above.add(this);
  }

  /** Where an arrow to a neighbour leaves: arrows spread over a box in the order of their ends. */
  double door(Cell neighbour, List<Cell> side) {
    if (!box() || side.size() < 2) {
      return x;
    }
    long before = side.stream().filter(other -> other.x < neighbour.x).count();
    double step = Math.min(Plan.DOOR, (width - 2.0 * Plan.DOOR) / (side.size() - 1));
    return x + (before - (side.size() - 1) / 2.0) * step;
  }
}
