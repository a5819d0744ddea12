package deskbell.training;

import deskbell.conversation.IntentScore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Draws which intents were meant (rows) and which understood (columns). Pure. */
final class ConfusionChart {
  private static final int SIDE = 15;
  private static final int LEFT = 136;
  private static final int TOP = 136;
  private static final int RIGHT = 72;
  private static final int BOTTOM = 34;

  /** The least that a square is seen by. */
  private static final double FAINTEST = 0.15;

  private ConfusionChart() {}

  /** The picture of examples of one language, as SVG. */
  static String of(
      String title, List<Example> examples, Function<Example, IntentScore> understand) {
    var counts = new TreeMap<String, TreeMap<String, Integer>>();
    var names = new TreeSet<String>();
    for (var example : examples) {
      var understood = understand.apply(example).intent();
      counts
          .computeIfAbsent(example.intent(), _ -> new TreeMap<>())
          .merge(understood, 1, Integer::sum);
      names.add(example.intent());
      names.add(understood);
    }
    var intents = List.copyOf(names);
    int size = intents.size() * SIDE;
    var drawing = new Drawing(LEFT + size + RIGHT, TOP + size + BOTTOM, title);
    frame(drawing, intents, size);
    counts.forEach((meant, row) -> row(drawing, intents, meant, row));
    return drawing.svg();
  }

  private static void frame(Drawing drawing, List<String> intents, int size) {
    for (int i = 0; i < intents.size(); i++) {
      double middle = (i + 0.5) * SIDE;
      drawing.line("grid", LEFT, TOP + middle, LEFT + size, TOP + middle);
      drawing.line("grid", LEFT + middle, TOP, LEFT + middle, TOP + size);
      drawing.text("small", "end", LEFT - 6, TOP + middle + 3, intents.get(i));
      drawing.rising("small", LEFT + middle + 2, TOP - 5, intents.get(i));
    }
    drawing.text("faint", "start", 16, 44, "rows: meant; columns: understood");
    drawing.text("first", "start", LEFT, TOP + size + 22, "■ understood as meant");
    drawing.text("second", "start", LEFT + 140, TOP + size + 22, "■ taken for another");
  }

  private static void row(
      Drawing drawing, List<String> intents, String meant, Map<String, Integer> row) {
    int all = row.values().stream().mapToInt(Integer::intValue).sum();
    double y = TOP + intents.indexOf(meant) * SIDE;
    row.forEach(
        (understood, count) -> {
          double x = LEFT + intents.indexOf(understood) * SIDE;
          double share = (double) count / all;
          var look = understood.equals(meant) ? "first" : "second";
          var said = "%d of %d %s: %s".formatted(count, all, meant, understood);
          drawing.square(look, x, y, SIDE, FAINTEST + (1 - FAINTEST) * share, said);
          if (!understood.equals(meant)) {
            drawing.text(
                "small", "middle", x + SIDE / 2.0, y + SIDE / 2.0 + 3, String.valueOf(count));
          }
        });
  }
}
