package deskbell.dialog.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts the cells of rows in an order in which few arrows cross. Pure but for the rows. */
final class Order {
  private static final int SWEEPS = 24;

  private final List<List<Cell>> rows;
  private final Map<Cell, Integer> places = new HashMap<>();

  private Order(List<List<Cell>> rows) {
    this.rows = rows;
  }

  /** Orders the rows. */
  static void of(List<List<Cell>> rows) {
    var order = new Order(rows);
    order.asWritten();
    var best = order.copy();
    long fewest = order.crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      order.sweep(sweep % 2 == 0);
      long crossings = order.crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = order.copy();
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      rows.set(row, best.get(row));
    }
  }

  /** The order in which one comes to the cells from the first, the earlier ways first. */
  private void asWritten() {
    var found = new LinkedHashSet<Cell>();
    find(rows.getFirst().getFirst(), found);
    rows.forEach(List::clear);
    found.forEach(cell -> rows.get(cell.row).add(cell));
    rows.forEach(this::number);
  }

  private static void find(Cell cell, Set<Cell> found) {
    if (found.add(cell)) {
      cell.below.forEach(next -> find(next, found));
    }
  }

  private void number(List<Cell> row) {
    for (int place = 0; place < row.size(); place++) {
      places.put(row.get(place), place);
    }
  }

  private List<List<Cell>> copy() {
    var copy = new ArrayList<List<Cell>>();
    rows.forEach(row -> copy.add(new ArrayList<>(row)));
    return copy;
  }

  /** Sorts each row by the middle of its neighbours in the row before. */
  private void sweep(boolean down) {
    for (int i = 1; i < rows.size(); i++) {
      var row = rows.get(down ? i : rows.size() - 1 - i);
      Function<Cell, List<Cell>> before = cell -> down ? cell.above : cell.below;
      var middles = new HashMap<Cell, Double>();
      row.forEach(cell -> middles.put(cell, middle(cell, before.apply(cell))));
      row.sort(Comparator.comparingDouble(middles::get));
      number(row);
    }
  }

  private double middle(Cell cell, List<Cell> neighbours) {
    return neighbours.stream().mapToInt(places::get).average().orElseGet(() -> places.get(cell));
  }

  private long crossings() {
    return rows.stream().mapToLong(this::crossings).sum();
  }

  /** Crossings between a row and the next. */
  private long crossings(List<Cell> row) {
    long crossings = 0;
    var ends = new ArrayList<Integer>();
    for (var cell : row) {
      var own = cell.below.stream().map(places::get).sorted().toList();
      for (int end : own) {
        crossings += ends.stream().filter(other -> other > end).count();
      }
      ends.addAll(own);
    }
    return crossings;
  }
}
