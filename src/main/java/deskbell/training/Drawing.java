package deskbell.training;

import java.util.Locale;

/**
 * A picture in SVG with its own colours for day and night. Lengths are in pixels, from the upper
 * left corner. One thread.
 */
final class Drawing {
  private static final String STYLE =
      """
      <style>
      text { font: 11px system-ui, sans-serif; fill: #24292f }
      .head { font-size: 14px; font-weight: 600 } .small { font-size: 9px } .faint { fill: #57606a }
      .paper { fill: #ffffff } .grid { stroke: #d0d7de; stroke-width: 1 }
      .one, .two { fill: none; stroke-width: 2 } .one { stroke: #0969da } .two { stroke: #bc4c00 }
      .first { fill: #0969da } .second { fill: #bc4c00 }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 } .faint { fill: #9198a1 } .paper { fill: #0d1117 } .grid { stroke: #30363d }
        .one { stroke: #58a6ff } .two { stroke: #f0883e } .first { fill: #58a6ff } .second { fill: #f0883e }
      }
      </style>
      """;

  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  /** An empty one, headed by its title. */
  Drawing(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
    text("head", "start", 16, 26, title);
  }

  /** A text whose line stands here; {@code anchor} is start, middle or end. */
  void text(String look, String anchor, double x, double y, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text class='%s' text-anchor='%s' x='%.1f' y='%.1f'>%s</text>",
            look,
            anchor,
            x,
            y,
            escaped(text)));
  }

  /** A text that goes up from here, a little to the right. */
  void rising(String look, double x, double y, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text class='%s' transform='translate(%.1f %.1f) rotate(-60)'>%s</text>",
            look,
            x,
            y,
            escaped(text)));
  }

  /** A line. */
  void line(String look, double fromX, double fromY, double toX, double toY) {
    add(
        String.format(
            Locale.ROOT,
            "<path class='%s' d='M%.1f %.1fL%.1f %.1f'/>",
            look,
            fromX,
            fromY,
            toX,
            toY));
  }

  /** A dot. */
  void dot(String look, double x, double y) {
    add(String.format(Locale.ROOT, "<circle class='%s' cx='%.1f' cy='%.1f' r='3.5'/>", look, x, y));
  }

  /** A square, as strong as its share, that says what it is when it is pointed at. */
  void square(String look, double x, double y, double side, double share, String said) {
    add(
        String.format(
            Locale.ROOT,
            "<rect class='%s' x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill-opacity='%.2f'>"
                + "<title>%s</title></rect>",
            look,
            x,
            y,
            side,
            side,
            share,
            escaped(said)));
  }

  private void add(String shape) {
    shapes.append(shape).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }

  /** The file. */
  String svg() {
    return String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
                + " role='img'>%n<title>%s</title>%n",
            width,
            height,
            width,
            height,
            escaped(title))
        + STYLE
        + "<rect class='paper' width='100%' height='100%'/>\n"
        + shapes
        + "</svg>\n";
  }
}
