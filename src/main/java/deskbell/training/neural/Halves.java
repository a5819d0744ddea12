package deskbell.training.neural;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a lesson in two that take about as long: the short items and the long ones, so that less is
 * filled up and two processors can learn from them. Pure.
 */
final class Halves {
  private Halves() {}

  /** The short and the long items; all in one where there is only one. */
  static List<List<Item>> of(List<Item> items) {
    var sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparingInt(item -> item.read().length));
    int cut = 0;
    for (int next = 1; next < sorted.size(); next++) {
      cut = cut == 0 || slower(sorted, next) < slower(sorted, cut) ? next : cut;
    }
    return cut == 0
        ? List.of(sorted)
        : List.of(sorted.subList(0, cut), sorted.subList(cut, sorted.size()));
  }

  /** Tokens read, with filling, in that half which has more of them. */
  private static int slower(List<Item> sorted, int cut) {
    int left = cut * sorted.get(cut - 1).read().length;
    int right = (sorted.size() - cut) * sorted.getLast().read().length;
    return Math.max(left, right);
  }
}
