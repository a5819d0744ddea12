package deskbell.shop.sizing;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which measures each size is made for.
 *
 * @param between which of two sizes to take on their border
 * @param borders by measure, rising: size n goes from border n to border n + 1, so that there is
 *     one more than sizes
 */
public record SizeChart(Between between, Map<Measure, List<Double>> borders) {
  /** Which of two sizes to take. */
  public enum Between {
    /** What is worn over other things, or shrinks. */
    LARGER,
    /** What gives. */
    SMALLER;

    /** As in facts and files. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Sizes by which somebody is taller than the weight says before one more is advised. */
  private static final int TALL = 2;

  public SizeChart {
    borders = Map.copyOf(borders);
    borders.forEach(SizeChart::check);
    if (borders.values().stream().map(List::size).distinct().count() != 1) {
      throw new Invalid("size chart", "must have the same number of borders for each measure");
    }
  }

  private static void check(Measure measure, List<Double> borders) {
    if (borders.size() < 2 || !borders.stream().sorted().distinct().toList().equals(borders)) {
      throw new Invalid("size chart." + measure.wire(), "is " + borders + "; must rise");
    }
  }

  /**
   * Reads {@code larger chest 80 86 92 weight 45 52 60}: what to take between two sizes, then each
   * measure with its borders.
   */
  public static SizeChart parse(String text) {
    var words = text.strip().split("\\s+", -1);
    var borders = new EnumMap<Measure, List<Double>>(Measure.class);
    int at = 1;
    while (at < words.length) {
      var measure = Measure.ofWire(words[at++]);
      var numbers =
          Arrays.stream(words, at, words.length)
              .takeWhile(word -> word.matches("[0-9.]+"))
              .toList();
      borders.put(measure, numbers.stream().map(Double::valueOf).toList());
      at += numbers.size();
    }
    return new SizeChart(between(words[0]), borders);
  }

  /** {@code larger} or {@code smaller}; anything else is Invalid. */
  public static Between between(String wire) {
    return Arrays.stream(Between.values())
        .filter(between -> between.wire().equals(wire))
        .findFirst()
        .orElseThrow(
            () -> new Invalid("size chart.between", "is " + wire + "; must be larger or smaller"));
  }

  /** The same as one line, which {@link #parse} reads. */
  public String written() {
    var parts = Stream.<String>builder().add(between.wire());
    borders.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              parts.add(entry.getKey().wire());
              entry.getValue().forEach(border -> parts.add(border.toString()));
            });
    return String.join(" ", parts.build().toList());
  }

  /** How many sizes it has. */
  public int sizes() {
    return borders.values().iterator().next().size() - 1;
  }

  /** True where it says something of a measure. */
  public boolean has(Measure measure) {
    return borders.containsKey(measure);
  }

  /** The girth that decides first: what to ask for. */
  public Measure first() {
    return Measure.GIRTHS.stream().filter(this::has).findFirst().orElse(Measure.WEIGHT);
  }

  /** What a size is made for, in the unit in which the measure was said. */
  public String range(int size, Measure measure, Measures measures, Language language) {
    var edges = borders.get(measure);
    return measures
        .known()
        .get(measure)
        .unit()
        .range(edges.get(size), edges.get(size + 1), language);
  }

  /**
   * The fit of somebody's measures. A girth decides, of several the widest; else the weight, with
   * the height; else the size that is usually worn.
   *
   * @param sizes the product's, as many as this chart has
   */
  public Fit fit(Measures measures, List<String> sizes) {
    var usual = measures.usual().map(sizes::indexOf).filter(place -> place >= 0);
    return widest(measures)
        .map(spot -> fit(spot, usual))
        .or(() -> byWeight(measures, usual))
        .or(() -> usual.map(size -> new Fit.Size(size, Fit.Reason.USUAL, Optional.empty())))
        .orElseGet(
            () ->
                new Fit.Unknown(
                    !measures.known().containsKey(Measure.HEIGHT),
                    !measures.known().containsKey(Measure.WEIGHT)));
  }

  /** Where a measure lies, in half sizes: size n is 2n, the border after it 2n + 1. */
  private record Spot(Measure measure, int halves) {
    boolean border() {
      return halves % 2 != 0;
    }

    int size() {
      return halves / 2;
    }
  }

  private Optional<Spot> widest(Measures measures) {
    var told = Measure.GIRTHS.stream().filter(measures.known()::containsKey).toList();
    var exact = told.stream().filter(measure -> measure != Measure.UK).toList();
    return (exact.isEmpty() ? told : exact)
        .stream()
            .flatMap(measure -> spot(measure, measures).stream())
            .max(Comparator.comparingInt(Spot::halves));
  }

  private Optional<Spot> spot(Measure measure, Measures measures) {
    return Optional.ofNullable(measures.known().get(measure))
        .filter(_ -> has(measure))
        .map(reading -> new Spot(measure, halves(measure, reading.value())));
  }

  private int halves(Measure measure, double value) {
    var edges = borders.get(measure);
    for (int i = 1; i < edges.size() - 1; i++) {
      if (Math.abs(value - edges.get(i)) <= measure.slack()) {
        return 2 * i - 1;
      }
    }
    if (value < edges.getFirst() - measure.slack()) {
      return -2;
    }
    if (value > edges.getLast() + measure.slack()) {
      return 2 * sizes();
    }
    int size = (int) edges.subList(1, edges.size() - 1).stream().filter(e -> value > e).count();
    return 2 * size;
  }

  private Fit fit(Spot spot, Optional<Integer> usual) {
    if (spot.halves() < 0 || spot.halves() >= 2 * sizes()) {
      return new Fit.None(spot.halves() > 0, spot.measure());
    }
    if (!spot.border()) {
      return new Fit.Size(spot.size(), Fit.Reason.MEASURED, Optional.of(spot.measure()));
    }
    int smaller = spot.size();
    int larger = smaller + 1;
    boolean worn = usual.filter(size -> size == smaller || size == larger).isPresent();
    int advised = worn ? usual.get() : between == Between.LARGER ? larger : smaller;
    return new Fit.Between(smaller, larger, advised, worn, spot.measure());
  }

  private Optional<Fit> byWeight(Measures measures, Optional<Integer> usual) {
    var weight = spot(Measure.WEIGHT, measures);
    var height = spot(Measure.HEIGHT, measures);
    if (weight.isEmpty() || height.isEmpty()) {
      return Optional.empty();
    }
    var fit = fit(weight.get(), usual);
    boolean tall = height.get().halves() - weight.get().halves() >= 2 * TALL;
    return Optional.of(
        tall && fit instanceof Fit.Size(var size, _, var by) && size + 1 < sizes()
            ? new Fit.Size(size + 1, Fit.Reason.TALL, by)
            : fit);
  }
}
