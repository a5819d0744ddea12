package deskbell.shop.sizing;

import deskbell.conversation.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a shopper has said of a body.
 *
 * @param known by measure
 * @param usual the size usually worn, as the chart's product names it
 */
public record Measures(Map<Measure, Reading> known, Optional<String> usual) {
  /** Nothing was said. */
  public static final Measures NONE = new Measures(Map.of(), Optional.empty());

  public Measures {
    known = Map.copyOf(known);
  }

  /**
   * One measure.
   *
   * @param value in centimetres or kilograms
   * @param unit in which it was said
   */
  record Reading(double value, Unit unit) {
    static Reading of(double count, Unit unit) {
      return new Reading(unit.toBase(count), unit);
    }
  }

  /** These, and of what they don't hold, the others. */
  public Measures or(Measures others) {
    var all = new EnumMap<Measure, Reading>(Measure.class);
    all.putAll(others.known);
    all.putAll(known);
    return new Measures(all, usual.or(others::usual));
  }

  /** The one of height and weight that is still unknown; empty where both or none are. */
  public Optional<String> lacks() {
    boolean height = known.containsKey(Measure.HEIGHT);
    return height == known.containsKey(Measure.WEIGHT)
        ? Optional.empty()
        : Optional.of((height ? Measure.WEIGHT : Measure.HEIGHT).wire());
  }

  /** What decided, for the shopper to check: {@code 178 cm, 75 kg}. */
  public String told(Measure by, Language language) {
    var separator = language == Language.ZH ? "、" : ", ";
    var measures = by == Measure.WEIGHT ? List.of(Measure.HEIGHT, Measure.WEIGHT) : List.of(by);
    return measures.stream()
        .filter(known::containsKey)
        .map(measure -> known.get(measure).unit().write(known.get(measure).value(), language))
        .collect(Collectors.joining(separator));
  }
}
