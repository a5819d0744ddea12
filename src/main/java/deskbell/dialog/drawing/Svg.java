package deskbell.dialog.drawing;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Flow;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a flow as an SVG picture. */
public final class Svg {
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
      .call rect, .run rect { fill: #fff3dc; }
      .branch rect { fill: #f1ecff; }
      .person rect { fill: #e3f6ea; }
      </style>
      """;

  private Svg() {}

  /** The picture, with the flow's words in one language. */
  public static String draw(Flow flow, Language language) {
    var plan = Plan.of(flow, language);
    var arrows = plan.lines().stream().map(Svg::arrow).collect(Collectors.joining());
    var nodes = plan.boxes().stream().map(Svg::box).collect(Collectors.joining());
    var labels = plan.lines().stream().map(Svg::label).collect(Collectors.joining());
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
    role="img">
    <title>%3$s</title>
    %4$s<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
    orient="auto-start-reverse"><path d="M0,0 L8,4 L0,8 z" style="fill: #8a97aa"/></marker></defs>
    %5$s%6$s%7$s</svg>
    """
        .formatted(
            plan.width(), plan.height(), escaped(plan.title()), STYLE, arrows, nodes, labels);
  }

  private static String arrow(Plan.Line line) {
    return "<path class=\"%s\" d=\"%s\" %s=\"url(#tip)\"/>%n"
        .formatted(
            line.back() || line.round() ? "back" : "way",
            line.path(),
            line.back() ? "marker-start" : "marker-end");
  }

  private static String label(Plan.Line line) {
    return line.label().isEmpty() || line.round()
        ? ""
        : "<text class=\"label\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>%n"
            .formatted(line.x(), line.y(), escaped(line.label()));
  }

  private static String box(Plan.Box box) {
    var text = new StringBuilder();
    int y = box.firstLine();
    for (var line : box.words()) {
      text.append("<tspan x=\"%d\" y=\"%d\">%s</tspan>".formatted(box.middle(), y, escaped(line)));
      y += Plan.LINE;
    }
    return """
    <g class="%s"><title>%s</title><rect x="%d" y="%d" width="%d" height="%d"/>\
    <text text-anchor="middle">%s</text></g>
    """
        .formatted(
            box.shape().name().toLowerCase(Locale.ROOT),
            escaped(box.label()),
            box.x(),
            box.y(),
            box.width(),
            box.height(),
            text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
