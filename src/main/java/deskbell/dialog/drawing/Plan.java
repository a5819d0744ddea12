package deskbell.dialog.drawing;

import deskbell.conversation.Language;
import deskbell.dialog.Traffic;
import deskbell.dialog.flow.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where everything of a flow's drawing stands: steps in rows, each below all that lead to it, the
 * labels of ways between them. No arrow runs behind a box. Sizes are in pixels.
 */
public record Plan(String title, int width, int height, List<Box> boxes, List<Line> lines) {
  /** A box. */
  static final int WIDTH = 210;

  private static final int HEIGHT = 76;

  /** Between boxes of a row, and between an arrow and what stands beside it. */
  static final int GAP = 26;

  static final int LANE = 14;

  /** Between arrows where they leave a box. */
  static final int DOOR = 22;

  /** The height of a row of labels, and of the stretch between rows where arrows turn. */
  private static final int LABELS = 16;

  private static final int TURN = 28;
  private static final int MARGIN = 30;

  /** From one line of a box's words to the next. */
  static final int LINE = 15;

  private static final int LETTER = 6;

  /** Columns that the names of counted ways have at least. */
  private static final int NAMED = 20;

  public Plan {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  /**
   * A step, by its left upper corner.
   *
   * @param step its id in the flow
   * @param names what it is about, by the flow's names
   * @param words the label broken into lines
   */
  public record Box(
      String step,
      Chart.Shape shape,
      String label,
      List<String> names,
      List<String> words,
      int x,
      int y,
      int width,
      int height) {
    public Box {
      names = List.copyOf(names);
      words = List.copyOf(words);
    }

    /** The middle, from left to right. */
    int middle() {
      return x + width / 2;
    }

    /** The foot of the first line of words. */
    int firstLine() {
      return y + height / 2 - (words.size() - 1) * LINE / 2 + 4;
    }
  }

  /**
   * An arrow, all ways between the same two steps together.
   *
   * @param from the step that it leaves
   * @param back true where it leads up to a step above; its tip is at the path's beginning then,
   *     unless it leads round to where it began
   * @param path as in SVG
   * @param ways by the flow's names
   * @param label may be empty; its middle and foot are at x and y
   * @param room how wide a label may be
   */
  public record Line(
      String from,
      String to,
      boolean back,
      String path,
      List<String> ways,
      String label,
      int room,
      int x,
      int y) {
    public Line {
      ways = List.copyOf(ways);
    }

    /** True where it leads to where it began. */
    public boolean round() {
      return from.equals(to);
    }
  }

  /** The plan of a flow, with its words in one language. */
  public static Plan of(Flow flow, Language language) {
    return of(flow, language, UnaryOperator.identity());
  }

  /** The same, with how many went each way written at the arrows. */
  public static Plan of(Traffic traffic, Language language) {
    var steps = new LinkedHashMap<String, String>();
    var flow = traffic.flow();
    Chart.of(flow, language).nodes().forEach(node -> steps.put(node.id(), node.step()));
    return of(
        flow,
        language,
        arrow -> {
          long times = traffic.along(steps.get(arrow.from()), steps.get(arrow.to()));
          return new Chart.Arrow(arrow.from(), arrow.ways(), Optional.of(times), arrow.to());
        });
  }

  private static Plan of(Flow flow, Language language, UnaryOperator<Chart.Arrow> labelled) {
    var chart = Chart.of(flow, language);
    var arrows = together(chart.arrows()).stream().map(labelled).toList();
    return new Planning(new Chart(chart.nodes(), arrows)).plan(flow.title().in(language).written());
  }

  /** Ways between the same two steps are one arrow. */
  private static List<Chart.Arrow> together(List<Chart.Arrow> arrows) {
    var ways = new LinkedHashMap<List<String>, List<String>>();
    arrows.forEach(
        arrow ->
            ways.computeIfAbsent(List.of(arrow.from(), arrow.to()), _ -> new ArrayList<>())
                .addAll(arrow.ways()));
    return ways.entrySet().stream()
        .map(
            way ->
                new Chart.Arrow(
                    way.getKey().getFirst(),
                    way.getValue(),
                    Optional.empty(),
                    way.getKey().getLast()))
        .toList();
  }

  /**
   * The room that a label has. Where ways are counted, readers see their names in words of their
   * own, which may be longer than the flow's.
   */
  private static int room(Chart.Arrow arrow) {
    int columns = Lettering.columns(arrow.label());
    boolean named = arrow.times().isPresent() && !arrow.ways().isEmpty();
    return LETTER * (named ? Math.max(NAMED, columns) : columns);
  }

  /** One drawing. */
  private static final class Planning {
    private final Chart chart;
    private final Layers layers;

    Planning(Chart chart) {
      this.chart = chart;
      this.layers = new Layers(chart, arrow -> room(arrow) + LANE);
      Order.of(layers.rows());
      Columns.of(layers.rows());
    }

    Plan plan(String title) {
      int right =
          layers.rows().stream()
              .map(List::getLast)
              .mapToInt(cell -> (int) Math.ceil(cell.x + cell.width / 2.0))
              .max()
              .orElseThrow();
      return new Plan(
          title,
          right + 2 * MARGIN,
          bottom(layers.rows().size() - 1) + MARGIN,
          chart.nodes().stream().map(this::box).toList(),
          chart.arrows().stream().map(this::line).toList());
    }

    private static int top(int row) {
      int pairs = row / 2;
      return MARGIN + pairs * (HEIGHT + LABELS + 2 * TURN) + (row % 2 == 0 ? 0 : HEIGHT + TURN);
    }

    private static int bottom(int row) {
      return top(row) + (row % 2 == 0 ? HEIGHT : LABELS);
    }

    private Box box(Chart.Node node) {
      var cell = layers.box(node.id());
      return new Box(
          node.step(),
          node.shape(),
          node.label(),
          node.names(),
          Lettering.lines(node.label()),
          MARGIN + (int) Math.round(cell.x) - WIDTH / 2,
          top(cell.row),
          WIDTH,
          HEIGHT);
    }

    private Line line(Chart.Arrow arrow) {
      boolean round = arrow.to().equals(arrow.from());
      var box = layers.box(arrow.from());
      int beside = MARGIN + (int) Math.round(box.x) + WIDTH / 2 + GAP / 2;
      var cell = round ? box : layers.labelled(arrow);
      return new Line(
          step(arrow.from()),
          step(arrow.to()),
          !round && layers.upward(arrow),
          round ? around(box) : path(layers.ways().get(arrow)),
          arrow.ways(),
          arrow.label(),
          room(arrow),
          round ? beside : MARGIN + (int) Math.round(cell.x),
          round ? top(box.row) : bottom(cell.row) - LABELS / 4);
    }

    private String step(String node) {
      return chart.nodes().stream()
          .filter(it -> it.id().equals(node))
          .findFirst()
          .orElseThrow()
          .step();
    }

    /** Straight down within a row, and in a curve from one row to the next. */
    private static String path(List<Cell> way) {
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
      return path.toString().strip();
    }

    /** From the right side of a box to itself. */
    private static String around(Cell box) {
      int x = MARGIN + (int) Math.round(box.x) + WIDTH / 2;
      int y = top(box.row) + HEIGHT / 2;
      return "M%d,%d C%d,%d %d,%d %d,%d"
          .formatted(x, y - LINE, x + GAP, y - LINE, x + GAP, y + LINE, x, y + LINE);
    }
  }
}
