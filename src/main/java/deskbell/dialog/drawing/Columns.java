package deskbell.dialog.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Places the cells of ordered rows from left to right: each near the middle of its neighbours,
 * arrows as straight as may be, and never two over one another.
 */
final class Columns {
  private static final int SWEEPS = 60;

  /** Sweeps in which cells follow one side only, before they settle between both. */
  private static final int ONE_SIDED = 12;

  /** How much a bend pulls at a bend, and a box's only arrow at it: these run straight. */
  private static final double STRAIGHT = 8;

  private static final double CHAIN = 3;

  /** Cells that touch and so move together, with where they would be. */
  private static final class Block {
    private final List<Cell> cells = new ArrayList<>();
    private double weight;
    private double sum;
    private double width;

    double left() {
      return sum / weight;
    }
  }

  private Columns() {}

  /** Gives every cell its middle; the leftmost cell begins at 0. */
  static void of(List<List<Cell>> rows) {
    rows.forEach(Columns::packed);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < rows.size(); i++) {
        place(rows.get(sweep % 2 == 0 ? i : rows.size() - 1 - i), sweep);
      }
    }
    Straight.of(rows);
    double left =
        rows.stream()
            .flatMap(List::stream)
            .mapToDouble(cell -> cell.x - cell.width / 2.0)
            .min()
            .orElse(0);
    rows.forEach(row -> row.forEach(cell -> cell.x -= left));
  }

  private static void packed(List<Cell> row) {
    double left = 0;
    for (var cell : row) {
      cell.x = left + cell.width / 2.0;
      left += cell.width + gap(cell);
    }
  }

  /** How far the middles of two cells that stand side by side are apart at least. */
  static double apart(Cell left, Cell right) {
    return left.width / 2.0 + gap(left) + right.width / 2.0;
  }

  private static double gap(Cell cell) {
    return cell.box() ? Plan.GAP : Plan.LANE;
  }

  /** The places that are nearest to the wished ones without overlapping: isotonic regression. */
  private static void place(List<Cell> row, int sweep) {
    var blocks = new ArrayList<Block>();
    for (var cell : row) {
      var block = new Block();
      add(block, cell, wish(cell, sweep), weight(cell, sweep));
      blocks.add(block);
      while (blocks.size() > 1 && overlap(blocks)) {
        var last = blocks.removeLast();
        var merged = blocks.getLast();
        merged.sum += last.sum - last.weight * merged.width;
        merged.weight += last.weight;
        merged.width += last.width;
        merged.cells.addAll(last.cells);
      }
    }
    for (var block : blocks) {
      double left = block.left();
      for (var cell : block.cells) {
        cell.x = left + cell.width / 2.0;
        left += cell.width + gap(cell);
      }
    }
  }

  private static void add(Block block, Cell cell, double wish, double weight) {
    block.cells.add(cell);
    block.weight = weight;
    block.sum = weight * (wish - cell.width / 2.0);
    block.width = cell.width + gap(cell);
  }

  private static boolean overlap(List<Block> blocks) {
    var before = blocks.get(blocks.size() - 2);
    return before.left() + before.width > blocks.getLast().left();
  }

  /** The middle of the neighbours: in turn of those above and of those below, then of all. */
  private static double wish(Cell cell, int sweep) {
    double sum = 0;
    double weight = 0;
    for (var other : neighbours(cell, sweep)) {
      sum += pull(cell, other) * other.x;
      weight += pull(cell, other);
    }
    return weight > 0 ? sum / weight : cell.x;
  }

  private static double weight(Cell cell, int sweep) {
    return Math.max(
        1, neighbours(cell, sweep).stream().mapToDouble(other -> pull(cell, other)).sum());
  }

  private static List<Cell> neighbours(Cell cell, int sweep) {
    var neighbours = new ArrayList<Cell>();
    if (sweep >= ONE_SIDED || sweep % 2 == 0) {
      neighbours.addAll(cell.above);
    }
    if (sweep >= ONE_SIDED || sweep % 2 == 1) {
      neighbours.addAll(cell.below);
    }
    return neighbours;
  }

  private static double pull(Cell cell, Cell other) {
    if (!cell.box() && !other.box()) {
      return STRAIGHT;
    }
    var box = cell.box() ? cell : other;
    boolean only = box.above.size() <= 1 && box.below.size() <= 1;
    return only ? CHAIN : 1;
  }
}
