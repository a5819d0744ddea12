package deskbell.training;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws how a Transformer learnt: losses above, the share of intents found below. Pure. */
public final class LossChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 430;
  private static final int LEFT = 56;
  private static final int RIGHT = 170;
  private static final int STEPS = 4;

  /** A field of the picture, from a line above to one below, for values from 0 to the highest. */
  private record Field(double above, double below, double highest) {
    double y(double value) {
      return below - value / highest * (below - above);
    }
  }

  /**
   * How an epoch ended.
   *
   * @param trained mean loss while learning
   * @param validated mean loss on what was not learnt
   * @param accuracy share of validation intents that were found
   */
  public record Point(double trained, double validated, double accuracy) {}

  private final Drawing drawing = new Drawing(WIDTH, HEIGHT, "How the Transformer learnt");
  private final List<Point> points;

  private LossChart(List<Point> points) {
    this.points = points;
  }

  /** The picture of these epochs, one at least, as SVG. */
  public static String of(List<Point> epochs) {
    return new LossChart(epochs).drawn();
  }

  private String drawn() {
    double most =
        points.stream()
            .mapToDouble(point -> Math.max(point.trained(), point.validated()))
            .max()
            .orElseThrow();
    var losses = new Field(50, 260, Math.max(1, Math.ceil(most)));
    axis(losses, "loss, nats", losses.highest());
    curve(losses, "one", "first", "learning, all tasks", Point::trained);
    curve(losses, "two", "second", "validation, intents", Point::validated);
    var found = new Field(300, 390, 1);
    axis(found, "intents right, %", 100);
    curve(found, "two", "second", "validation", Point::accuracy);
    kept(losses, found);
    for (int i = 0; i < points.size(); i += Math.ceilDiv(points.size(), 20)) {
      drawing.text("small", "middle", x(i), 404, String.valueOf(i + 1));
    }
    drawing.text("faint", "middle", (LEFT + WIDTH - RIGHT) / 2.0, 422, "epoch");
    return drawing.svg();
  }

  private double x(int epoch) {
    return LEFT + (epoch + 0.5) * (WIDTH - LEFT - RIGHT) / points.size();
  }

  private void axis(Field field, String name, double said) {
    drawing.text("faint", "start", 16, field.above() - 8, name);
    for (int step = 0; step <= STEPS; step++) {
      double y = field.y(field.highest() * step / STEPS);
      drawing.line("grid", LEFT, y, WIDTH - RIGHT, y);
      var label = String.format(Locale.ROOT, said > 10 ? "%.0f" : "%.2f", said * step / STEPS);
      drawing.text("small", "end", LEFT - 6, y + 3, label);
    }
  }

  private void curve(
      Field field, String line, String fill, String name, ToDoubleFunction<Point> value) {
    for (int i = 0; i < points.size(); i++) {
      double y = field.y(value.applyAsDouble(points.get(i)));
      if (i > 0) {
        drawing.line(line, x(i - 1), field.y(value.applyAsDouble(points.get(i - 1))), x(i), y);
      }
      drawing.dot(fill, x(i), y);
    }
    double last = field.y(value.applyAsDouble(points.getLast()));
    drawing.text(fill, "start", WIDTH - RIGHT + 8, last + 4, name);
  }

  /** Marks the epoch whose weights were kept: the first of the least validation loss. */
  private void kept(Field losses, Field found) {
    int best = 0;
    for (int i = 1; i < points.size(); i++) {
      best = points.get(i).validated() < points.get(best).validated() ? i : best;
    }
    drawing.line("grid", x(best), losses.above(), x(best), found.below());
    var said =
        String.format(
            Locale.ROOT,
            "kept: epoch %d, %.3f, %.1f %%",
            best + 1,
            points.get(best).validated(),
            100 * points.get(best).accuracy());
    drawing.text("faint", "end", WIDTH - RIGHT, losses.above() - 8, said);
  }
}
