package deskbell.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How well values are found in messages whose values people marked. A value counts as found where
 * one of its kind is named that holds it or that it holds: people and rules cut "on Tuesday"
 * differently. Immutable.
 */
public final class EntityFigures {
  private final List<Example> marked;
  private final Set<String> kinds;

  /** Figures on messages with marked values of these kinds; others don't count. */
  public EntityFigures(List<Example> marked, Set<String> kinds) {
    this.marked = List.copyOf(marked);
    this.kinds = Set.copyOf(kinds);
  }

  /** A value of a kind, as it stands in the message. */
  public record Found(String kind, String value) {
    private boolean isSame(Found other) {
      var own = value.toLowerCase(Locale.ROOT);
      var others = other.value.toLowerCase(Locale.ROOT);
      return kind.equals(other.kind) && (own.contains(others) || others.contains(own));
    }
  }

  /** Counts of a kind. */
  private record Counts(int right, int found, int wanted) {
    private static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(right + other.right, found + other.found, wanted + other.wanted);
    }

    double precision() {
      return found == 0 ? 0 : (double) right / found;
    }

    double recall() {
      return wanted == 0 ? 0 : (double) right / wanted;
    }

    double f1() {
      return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.3f, recall %.3f, F1 %.3f (%d of %d right, %d wanted)",
          precision(),
          recall(),
          f1(),
          right,
          found,
          wanted);
    }
  }

  /** The harmonic mean of precision and recall of each kind that was named or wanted. */
  public Map<String, Double> f1(Function<Example, List<Found>> finder) {
    var f1 = new TreeMap<String, Double>();
    counts(finder).forEach((kind, one) -> f1.put(kind, one.f1()));
    return f1;
  }

  private Map<String, Counts> counts(Function<Example, List<Found>> finder) {
    var counts = new TreeMap<String, Counts>();
    for (var example : marked) {
      count(wanted(example), finder.apply(example))
          .forEach((kind, one) -> counts.merge(kind, one, Counts::plus));
    }
    return counts;
  }

  /** One line for all kinds and one a kind. */
  public List<String> lines(String name, Function<Example, List<Found>> finder) {
    var counts = counts(finder);
    var lines = new ArrayList<String>();
    lines.add(name + ": " + counts.values().stream().reduce(Counts.NONE, Counts::plus));
    counts.forEach((kind, one) -> lines.add("  " + kind + ": " + one));
    return lines;
  }

  private static List<Found> wanted(Example example) {
    return example.slots().entrySet().stream()
        .flatMap(slot -> slot.getValue().stream().map(value -> new Found(slot.getKey(), value)))
        .toList();
  }

  private Map<String, Counts> count(List<Found> wanted, List<Found> found) {
    var counts = new TreeMap<String, Counts>();
    for (var kind : kinds) {
      var sought = ofKind(wanted, kind);
      var given = ofKind(found, kind);
      if (!sought.isEmpty() || !given.isEmpty()) {
        counts.put(kind, new Counts(same(sought, given), given.size(), sought.size()));
      }
    }
    return counts;
  }

  private static List<Found> ofKind(List<Found> all, String kind) {
    return all.stream().filter(one -> one.kind().equals(kind)).distinct().toList();
  }

  /** How many of them are found, each by one of its own. */
  private static int same(List<Found> wanted, List<Found> found) {
    var left = new ArrayList<>(found);
    int right = 0;
    for (var one : wanted) {
      var match = left.stream().filter(one::isSame).findFirst();
      if (match.isPresent()) {
        left.remove(match.get());
        right++;
      }
    }
    return right;
  }
}
