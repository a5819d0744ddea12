package deskbell.shop.sizing;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be measured of a body. Lengths in centimetres, weight in kilograms. */
public enum Measure {
  CHEST(55, 160),
  WAIST(45, 160),
  /** The length of a foot. */
  FOOT(18, 35),
  WEIGHT(28, 220),
  HEIGHT(120, 220),
  /** A British number: of women's clothes or of shoes. */
  UK(2, 30);

  /** Measures that decide alone, in the order in which they are looked for. */
  static final List<Measure> GIRTHS = List.of(CHEST, WAIST, FOOT, UK);

  /** Girths that may be said without naming them, where only one of them can be meant. */
  static final Set<Measure> BODY = Set.of(CHEST, WAIST);

  private final double least;
  private final double most;

  Measure(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** True where somebody could have this measure. */
  boolean plausible(double value) {
    return value >= least && value <= most;
  }

  /** How far from the border of two sizes a value still lies between them. */
  double slack() {
    return switch (this) {
      case CHEST, WAIST, WEIGHT, HEIGHT -> 1;
      case FOOT -> 0.1;
      case UK -> 0.05;
    };
  }

  /** As in facts and files: {@code chest}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The measure of a name; an unknown one is Invalid. */
  public static Measure ofWire(String wire) {
    return Arrays.stream(values())
        .filter(measure -> measure.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new Invalid("measure", "is " + wire + "; known: " + known()));
  }

  private static String known() {
    return Arrays.stream(values()).map(Measure::wire).collect(Collectors.joining(", "));
  }
}
