package deskbell.knowledge.ranking;

import java.util.Map;

/** How often each concept occurs in an article. Immutable. */
final class Counts {
  private final int[] ids;
  private final float[] times;
  private final float length;

  private Counts(int[] ids, float[] times, float length) {
    this.ids = ids;
    this.times = times;
    this.length = length;
  }

  /**
   * Counts by the concept's id.
   *
   * @param length of the article's phrasings together, in concepts
   */
  static Counts of(Map<Integer, Float> counts, float length) {
    var ids = counts.keySet().stream().mapToInt(id -> id).sorted().toArray();
    var times = new float[ids.length];
    for (var i = 0; i < ids.length; i++) {
      times[i] = counts.get(ids[i]);
    }
    return new Counts(ids, times, length);
  }

  /** How many different concepts there are. */
  int size() {
    return ids.length;
  }

  /** The i-th concept. */
  int id(int i) {
    return ids[i];
  }

  /** How often the i-th concept occurs; an occurrence in the answer counts less than one. */
  float times(int i) {
    return times[i];
  }

  /** The length of all phrasings together, in concepts. */
  float length() {
    return length;
  }
}
