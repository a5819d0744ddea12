package deskbell.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How well examples are understood by how far they are from what was trained on: a figure over all
 * hides that near copies of training phrases are easy.
 *
 * @param bands from far to near
 */
public record Distances(List<Band> bands) {
  private static final List<Double> EDGES = List.of(0.0, 0.3, 0.5, 0.7);

  /**
   * Examples whose nearest training phrase is about equally like them.
   *
   * @param from least likeness by {@link LikenessIndex}
   * @param below likeness that the next band begins with
   * @param accuracy share that was understood; 0 where there is no example
   */
  public record Band(double from, double below, int examples, double accuracy) {
    /** One line of a report. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "nearest training phrase %.1f to %.1f alike: %d examples, accuracy %.3f",
          from,
          below,
          examples,
          accuracy);
    }
  }

  public Distances {
    bands = List.copyOf(bands);
  }

  /** Counts how many examples of each band are right. */
  public static Distances of(
      List<Example> training, List<Example> examples, Predicate<Example> right) {
    var index = new LikenessIndex(training);
    var counts = new int[EDGES.size()];
    var hits = new int[EDGES.size()];
    for (var example : examples) {
      int band = band(index.nearest(example).map(LikenessIndex.Nearest::likeness).orElse(0.0));
      counts[band]++;
      hits[band] += right.test(example) ? 1 : 0;
    }
    var bands = new ArrayList<Band>();
    for (int i = 0; i < counts.length; i++) {
      double below = i + 1 < counts.length ? EDGES.get(i + 1) : 1;
      double accuracy = counts[i] == 0 ? 0 : (double) hits[i] / counts[i];
      bands.add(new Band(EDGES.get(i), below, counts[i], accuracy));
    }
    return new Distances(bands);
  }

  private static int band(double likeness) {
    int band = EDGES.size() - 1;
    while (likeness < EDGES.get(band)) {
      band--;
    }
    return band;
  }
}
