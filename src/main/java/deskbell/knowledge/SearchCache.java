package deskbell.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The newest results, until the next publication. Bounded; any thread. */
final class SearchCache {
  private final Map<Key, List<Passage>> results;
  private final LongAdder asked = new LongAdder();
  private final LongAdder found = new LongAdder();

  SearchCache(int limit) {
    this.results =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, List<Passage>> eldest) {
            return size() > limit;
          }
        };
  }

  /**
   * What a result belongs to.
   *
   * @param edition of the articles; a result of an older one is never found again
   */
  record Key(long edition, Question question, int top) {}

  /** The result kept for a key, or the one computed now. */
  List<Passage> get(Key key, Supplier<List<Passage>> search) {
    asked.increment();
    synchronized (results) {
      var kept = results.get(key);
      if (kept != null) {
        found.increment();
        return kept;
      }
    }
    var result = search.get();
    synchronized (results) {
      results.put(key, result);
    }
    return result;
  }

  /** Forgets everything. */
  void clear() {
    synchronized (results) {
      results.clear();
    }
  }

  /** The share of searches, 0 to 1, that were answered from here. */
  double hitRate() {
    var all = asked.sum();
    return all == 0 ? 0 : (double) found.sum() / all;
  }
}
