package deskbell.dialog.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * A chart in rows. Boxes stand in every second row, labels and bends between them; an arrow has a
 * cell in every row that it passes. Belongs to one drawing.
 */
final class Layers {
  private final Chart chart;
  private final ToIntFunction<Chart.Arrow> labelWidth;
  private final Set<Chart.Arrow> upward = new HashSet<>();
  private final Map<String, Cell> boxes = new LinkedHashMap<>();
  private final Map<Chart.Arrow, List<Cell>> ways = new LinkedHashMap<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * Rows for a chart whose first node leads to all others.
   *
   * @param labelWidth how much room an arrow's label takes, in pixels
   */
  Layers(Chart chart, ToIntFunction<Chart.Arrow> labelWidth) {
    this.chart = chart;
    this.labelWidth = labelWidth;
    findLoops(chart.nodes().getFirst().id(), new HashSet<>(), new HashSet<>());
    ranks().forEach((node, rank) -> boxes.put(node, added(new Cell(node, 2 * rank, Plan.WIDTH))));
    chart.arrows().stream().filter(arrow -> !arrow.to().equals(arrow.from())).forEach(this::lead);
  }

  /** All cells, row by row. */
  List<List<Cell>> rows() {
    return rows;
  }

  Cell box(String node) {
    return boxes.get(node);
  }

  /** The cells that an arrow passes, from its upper end to its lower one. */
  Map<Chart.Arrow, List<Cell>> ways() {
    return ways;
  }

  /** True where an arrow leads back to a box above. */
  boolean upward(Chart.Arrow arrow) {
    return upward.contains(arrow);
  }

  /** The cell of an arrow in which its label stands: next to the box that it leaves. */
  Cell labelled(Chart.Arrow arrow) {
    var way = ways.get(arrow);
    return upward(arrow) ? way.get(way.size() - 2) : way.get(1);
  }

  /** Notes the arrows that close a loop. */
  private void findLoops(String node, Set<String> path, Set<String> done) {
    path.add(node);
    for (var arrow : from(node)) {
      if (path.contains(arrow.to())) {
        upward.add(arrow);
      } else if (!done.contains(arrow.to())) {
        findLoops(arrow.to(), path, done);
      }
    }
    path.remove(node);
    done.add(node);
  }

  private List<Chart.Arrow> from(String node) {
    return chart.arrows().stream().filter(arrow -> arrow.from().equals(node)).toList();
  }

  /** Each node stands below all that lead to it. */
  private Map<String, Integer> ranks() {
    var ranks = new LinkedHashMap<String, Integer>();
    chart.nodes().forEach(node -> ranks.put(node.id(), 0));
    var moved = true;
    while (moved) {
      moved = false;
      for (var arrow : chart.arrows()) {
        int below = ranks.get(arrow.from()) + 1;
        if (!upward(arrow) && ranks.get(arrow.to()) < below) {
          ranks.put(arrow.to(), below);
          moved = true;
        }
      }
    }
    return ranks;
  }

  private void lead(Chart.Arrow arrow) {
    var top = boxes.get(upward(arrow) ? arrow.to() : arrow.from());
    var bottom = boxes.get(upward(arrow) ? arrow.from() : arrow.to());
    int labelRow = upward(arrow) ? bottom.row - 1 : top.row + 1;
    var way = new ArrayList<Cell>();
    way.add(top);
    for (int row = top.row + 1; row < bottom.row; row++) {
      int width = row == labelRow ? labelWidth.applyAsInt(arrow) : 0;
      way.add(added(new Cell("", row, Math.max(Plan.LANE, width))));
    }
    way.add(bottom);
    for (int i = 1; i < way.size(); i++) {
      way.get(i - 1).to(way.get(i));
    }
    ways.put(arrow, way);
  }

  private Cell added(Cell cell) {
    while (rows.size() <= cell.row) {
      rows.add(new ArrayList<>());
    }
    rows.get(cell.row).add(cell);
    return cell;
  }
}
