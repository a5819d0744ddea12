package deskbell.understanding.linear;

import java.util.Arrays;

/**
 * The features of one text: distinct hashes in rising order, and how often each occurs. The lowest
 * bit of a hash is its block: 0 for n-grams of units (words, Han characters), 1 for n-grams of
 * letters within words. Immutable.
 */
public final class FeatureBag {
  private final int[] hashes;
  private final short[] counts;

  private FeatureBag(int[] hashes, short[] counts) {
    this.hashes = hashes;
    this.counts = counts;
  }

  /** Counts the first {@code size} of the hashes; sorts the given array. */
  static FeatureBag of(int[] all, int size) {
    Arrays.sort(all, 0, size);
    var hashes = new int[size];
    var counts = new short[size];
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (distinct == 0 || hashes[distinct - 1] != all[i]) {
        hashes[distinct++] = all[i];
      }
      counts[distinct - 1]++;
    }
    return new FeatureBag(Arrays.copyOf(hashes, distinct), Arrays.copyOf(counts, distinct));
  }

  /** How many distinct features there are. */
  public int size() {
    return hashes.length;
  }

  /** The hash at an index. */
  public int hash(int index) {
    return hashes[index];
  }

  /** True for n-grams of letters, false for n-grams of units. */
  public static boolean ofLetters(int hash) {
    return (hash & 1) == 1;
  }

  /** The damped count at an index: 1 + ln(count). */
  public double frequency(int index) {
    int count = counts[index];
    return count == 1 ? 1 : 1 + Math.log(count);
  }
}
