package deskbell.dialog.flow;

import deskbell.conversation.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws a flow as an SVG picture: steps in rows, each below all that lead to it, ways back along
 * the right margin. Sizes are in pixels. Belongs to one drawing.
 */
public final class Svg {
  private static final int WIDTH = 210;
  private static final int HEIGHT = 62;
  private static final int GAP_X = 30;
  private static final int GAP_Y = 58;
  private static final int MARGIN = 40;
  private static final int LINE = 15;
  private static final int LINES = 3;

  /** Columns of text in a box; a Chinese character takes two. */
  private static final int COLUMNS = 30;

  private static final String STYLE =
      """
      <style>
      text { font: 12px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; \
      fill: #1c2430; }
      rect { fill: #fff; stroke: #5b6b82; rx: 8px; }
      path { fill: none; stroke: #8a97aa; }
      .label { fill: #45536a; font-size: 11px; }
      .start rect, .end rect { fill: #1c2430; rx: 28px; }
      .start text, .end text { fill: #fff; }
      .question rect, .confirm rect { fill: #e8f1ff; }
      .call rect { fill: #fff3dc; }
      .branch rect { fill: #f1ecff; }
      .person rect { fill: #e3f6ea; }
      </style>
      """;

  private final Chart chart;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private int right;
  private int bottom;

  /** The place of a step: its upper left corner and its row. */
  private record Box(int x, int y, int row) {
    int middle() {
      return x + WIDTH / 2;
    }
  }

  private Svg(Chart chart) {
    this.chart = new Chart(chart.nodes(), together(chart.arrows()));
  }

  /** Ways between the same two steps are one arrow with all their labels. */
  private static List<Chart.Arrow> together(List<Chart.Arrow> arrows) {
    var labels = new LinkedHashMap<List<String>, List<String>>();
    arrows.forEach(
        arrow ->
            labels
                .computeIfAbsent(List.of(arrow.from(), arrow.to()), _ -> new ArrayList<>())
                .add(arrow.label()));
    return labels.entrySet().stream()
        .map(
            way ->
                new Chart.Arrow(
                    way.getKey().getFirst(),
                    String.join(", ", way.getValue()),
                    way.getKey().getLast()))
        .toList();
  }

  /** The picture, with the flow's words in one language. */
  public static String draw(Flow flow, Language language) {
    return new Svg(Chart.of(flow, language)).picture(flow.title().in(language).written());
  }

  private String picture(String title) {
    place();
    var arrows = new StringBuilder();
    for (int i = 0; i < chart.arrows().size(); i++) {
      arrows.append(arrow(chart.arrows().get(i), i));
    }
    var nodes = chart.nodes().stream().map(this::node).collect(Collectors.joining());
    int width = right + MARGIN + chart.arrows().size() * 2;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
    <title>%s</title>
    %s<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
    orient="auto"><path d="M0,0 L8,4 L0,8 z" style="fill: #8a97aa"/></marker></defs>
    %s%s</svg>
    """
        .formatted(width, bottom, width, bottom, escaped(title), STYLE, arrows, nodes);
  }

  private void place() {
    var rows = new HashMap<String, Integer>();
    rank(chart.nodes().getFirst().id(), 0, rows, new HashSet<>());
    var used = new HashMap<Integer, Integer>();
    for (var node : chart.nodes()) {
      int row = rows.getOrDefault(node.id(), 0);
      int column = used.merge(row, 1, Integer::sum) - 1;
      var box = new Box(MARGIN + column * (WIDTH + GAP_X), MARGIN + row * (HEIGHT + GAP_Y), row);
      boxes.put(node.id(), box);
      right = Math.max(right, box.x() + WIDTH);
      bottom = Math.max(bottom, box.y() + HEIGHT + MARGIN);
    }
  }

  /** Puts a step below the longest way that leads to it without going round. */
  private void rank(String id, int row, Map<String, Integer> rows, Set<String> path) {
    if (rows.getOrDefault(id, -1) >= row || !path.add(id)) {
      return;
    }
    rows.put(id, row);
    chart.arrows().stream()
        .filter(arrow -> arrow.from().equals(id))
        .forEach(arrow -> rank(arrow.to(), row + 1, rows, path));
    path.remove(id);
  }

  private String arrow(Chart.Arrow arrow, int number) {
    var from = boxes.get(arrow.from());
    var to = boxes.get(arrow.to());
    var way =
        switch (Integer.signum(to.row() - from.row())) {
          case 1 -> passes(from, to) ? aside(from, to, number) : straight(from, to);
          default ->
              "M%d,%d H%d V%d H%d V%d"
                  .formatted(
                      from.x() + WIDTH,
                      from.y() + HEIGHT / 2,
                      right + MARGIN / 2 + number * 2,
                      to.y() - GAP_Y / 3,
                      to.middle(),
                      to.y());
        };
    return "<path d=\"" + way + "\" marker-end=\"url(#tip)\"/>\n" + label(arrow, from, to);
  }

  /** True where a straight way would run behind the boxes of its own column. */
  private static boolean passes(Box from, Box to) {
    return from.x() == to.x() && to.row() > from.row() + 1;
  }

  private static String straight(Box from, Box to) {
    int start = from.y() + HEIGHT;
    return "M%d,%d C%d,%d %d,%d %d,%d"
        .formatted(
            from.middle(),
            start,
            from.middle(),
            start + GAP_Y / 2,
            to.middle(),
            to.y() - GAP_Y / 2,
            to.middle(),
            to.y());
  }

  /** Along the left side of the column. */
  private static String aside(Box from, Box to, int number) {
    return "M%d,%d H%d V%d H%d V%d"
        .formatted(
            from.x(),
            from.y() + HEIGHT / 2,
            from.x() - 6 - number % 4 * 5,
            to.y() - GAP_Y / 3,
            to.middle() - 8,
            to.y());
  }

  /** The label stands where the way leaves, on the side that it goes to. */
  private String label(Chart.Arrow arrow, Box from, Box to) {
    if (arrow.label().isEmpty()) {
      return "";
    }
    var siblings =
        chart.arrows().stream().filter(other -> other.from().equals(arrow.from())).toList();
    int place = siblings.indexOf(arrow);
    boolean back = to.row() <= from.row();
    int x = back ? from.x() + WIDTH + 4 : (from.middle() + to.middle()) / 2 + 4;
    int y = back ? from.y() + HEIGHT / 2 - 4 : to.y() - GAP_Y / 2 - 6 + place % LINES * 6;
    return "<text class=\"label\" x=\"%d\" y=\"%d\">%s</text>%n"
        .formatted(x, y, escaped(arrow.label()));
  }

  private String node(Chart.Node node) {
    var box = boxes.get(node.id());
    var lines = lines(node.label());
    var text = new StringBuilder();
    int y = box.y() + HEIGHT / 2 - (lines.size() - 1) * LINE / 2 + 4;
    for (var line : lines) {
      text.append("<tspan x=\"%d\" y=\"%d\">%s</tspan>".formatted(box.middle(), y, escaped(line)));
      y += LINE;
    }
    return """
    <g class="%s"><title>%s</title><rect x="%d" y="%d" width="%d" height="%d"/>\
    <text text-anchor="middle">%s</text></g>
    """
        .formatted(
            node.shape().name().toLowerCase(Locale.ROOT),
            escaped(node.label()),
            box.x(),
            box.y(),
            WIDTH,
            HEIGHT,
            text);
  }

  /** The label broken at spaces, or anywhere in Chinese; what doesn't fit ends in an ellipsis. */
  private static List<String> lines(String label) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : label.split("(?<= )|(?<=\\p{IsHan})|(?=\\p{IsHan})", -1)) {
      if (columns(line + word.strip()) > COLUMNS && !line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().strip());
    return lines.size() <= LINES ? lines : List.of(lines.get(0), lines.get(1), lines.get(2) + "…");
  }

  private static int columns(String text) {
    return text.codePoints().map(c -> c > 0x2e7f ? 2 : 1).sum();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
