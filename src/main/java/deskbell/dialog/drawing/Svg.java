package deskbell.dialog.drawing;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws a flow as an SVG picture: steps in rows, each below all that lead to it, the labels of ways
 * between them. No arrow runs behind a box. Sizes are in pixels. Belongs to one drawing.
 */
public final class Svg {
  /** A box. */
  static final int WIDTH = 210;

  private static final int HEIGHT = 62;

  /** Between boxes of a row, and between an arrow and what stands beside it. */
  static final int GAP = 26;

  static final int LANE = 14;

  /** Between arrows where they leave a box. */
  static final int DOOR = 22;

  /** The height of a row of labels, and of the stretch between rows where arrows turn. */
  private static final int LABELS = 16;

  private static final int TURN = 28;
  private static final int MARGIN = 30;
  private static final int LINE = 15;
  private static final int LETTER = 6;

  private static final String STYLE =
      """
      <style>
      text { font: 12px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; \
      fill: #1c2430; }
      rect { fill: #fff; stroke: #5b6b82; rx: 8px; }
      path { fill: none; stroke: #8a97aa; stroke-width: 1.3px; }
      .back { stroke-dasharray: 5 4; }
      .label { fill: #45536a; font-size: 11px; stroke: #fff; stroke-width: 4px; \
      paint-order: stroke; }
      .start rect, .end rect { fill: #1c2430; rx: 28px; }
      .start text, .end text { fill: #fff; }
      .question rect, .confirm rect { fill: #e8f1ff; }
      .call rect { fill: #fff3dc; }
      .branch rect { fill: #f1ecff; }
      .person rect { fill: #e3f6ea; }
      </style>
      """;

  private final Chart chart;
  private final Layers layers;

  private Svg(Chart chart) {
    this.chart = new Chart(chart.nodes(), together(chart.arrows()));
    this.layers = new Layers(this.chart, label -> Lettering.columns(label) * LETTER + LANE);
    Order.of(layers.rows());
    Columns.of(layers.rows());
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
    var arrows = chart.arrows().stream().map(this::arrow).collect(Collectors.joining());
    var nodes = chart.nodes().stream().map(this::node).collect(Collectors.joining());
    var labels = chart.arrows().stream().map(this::label).collect(Collectors.joining());
    int right =
        layers.rows().stream()
            .map(List::getLast)
            .mapToInt(cell -> (int) Math.ceil(cell.x + cell.width / 2.0))
            .max()
            .orElseThrow();
    int width = right + 2 * MARGIN;
    int height = bottom(layers.rows().size() - 1) + MARGIN;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
    <title>%s</title>
    %s<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
    orient="auto-start-reverse"><path d="M0,0 L8,4 L0,8 z" style="fill: #8a97aa"/></marker></defs>
    %s%s%s</svg>
    """
        .formatted(width, height, width, height, escaped(title), STYLE, arrows, nodes, labels);
  }

  private static int top(int row) {
    int pairs = row / 2;
    return MARGIN + pairs * (HEIGHT + LABELS + 2 * TURN) + (row % 2 == 0 ? 0 : HEIGHT + TURN);
  }

  private static int bottom(int row) {
    return top(row) + (row % 2 == 0 ? HEIGHT : LABELS);
  }

  /** Straight down within a row, and in a curve from one row to the next. */
  private String arrow(Chart.Arrow arrow) {
    if (arrow.to().equals(arrow.from())) {
      return round(layers.box(arrow.from()));
    }
    var way = layers.ways().get(arrow);
    var path = new StringBuilder();
    for (int i = 1; i < way.size(); i++) {
      var from = way.get(i - 1);
      var to = way.get(i);
      int start = bottom(from.row);
      int end = top(to.row);
      int out = MARGIN + (int) Math.round(from.door(to, from.below));
      int in = MARGIN + (int) Math.round(to.door(from, to.above));
      path.append(i == 1 ? "M%d,%d ".formatted(out, start) : "V%d ".formatted(start));
      int half = (start + end) / 2;
      path.append("C%d,%d %d,%d %d,%d ".formatted(out, half, in, half, in, end));
    }
    boolean back = layers.upward(arrow);
    return "<path class=\"%s\" d=\"%s\" %s=\"url(#tip)\"/>%n"
        .formatted(
            back ? "back" : "way", path.toString().strip(), back ? "marker-start" : "marker-end");
  }

  /** From the right side of a box to itself. */
  private static String round(Cell box) {
    int x = MARGIN + (int) Math.round(box.x) + WIDTH / 2;
    int y = top(box.row) + HEIGHT / 2;
    return "<path class=\"back\" d=\"M%d,%d C%d,%d %d,%d %d,%d\" marker-end=\"url(#tip)\"/>%n"
        .formatted(x, y - LINE, x + GAP, y - LINE, x + GAP, y + LINE, x, y + LINE);
  }

  private String label(Chart.Arrow arrow) {
    if (arrow.label().isEmpty() || arrow.to().equals(arrow.from())) {
      return "";
    }
    var cell = layers.labelled(arrow);
    return "<text class=\"label\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>%n"
        .formatted(
            MARGIN + Math.round(cell.x), bottom(cell.row) - LABELS / 4, escaped(arrow.label()));
  }

  private String node(Chart.Node node) {
    var cell = layers.box(node.id());
    int middle = MARGIN + (int) Math.round(cell.x);
    var lines = Lettering.lines(node.label());
    var text = new StringBuilder();
    int y = top(cell.row) + HEIGHT / 2 - (lines.size() - 1) * LINE / 2 + 4;
    for (var line : lines) {
      text.append("<tspan x=\"%d\" y=\"%d\">%s</tspan>".formatted(middle, y, escaped(line)));
      y += LINE;
    }
    return """
    <g class="%s"><title>%s</title><rect x="%d" y="%d" width="%d" height="%d"/>\
    <text text-anchor="middle">%s</text></g>
    """
        .formatted(
            node.shape().name().toLowerCase(Locale.ROOT),
            escaped(node.label()),
            middle - WIDTH / 2,
            top(cell.row),
            WIDTH,
            HEIGHT,
            text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
