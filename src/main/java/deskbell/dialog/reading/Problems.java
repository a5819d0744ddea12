package deskbell.dialog.reading;

import deskbell.dialog.flow.Place;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the mistakes of all files. Not safe for several threads: belongs to one reading. */
public final class Problems {
  private static final Comparator<Problem> IN_ORDER =
      Comparator.comparing((Problem problem) -> problem.place().file())
          .thenComparingInt(problem -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Notes a mistake; the same one is noted once. */
  void add(Place place, String rule) {
    found.add(new Problem(place, rule));
  }

  /** How many there are so far: more afterwards means that something went wrong in between. */
  int count() {
    return found.size();
  }

  /** All, by file and line. */
  public List<Problem> all() {
    return found.stream().sorted(IN_ORDER).toList();
  }
}
