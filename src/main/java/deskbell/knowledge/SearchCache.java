package deskbell.knowledge;

import deskbell.conversation.Recent;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The newest results, until the next publication. Bounded; any thread. */
final class SearchCache {
  private final Recent<Key, List<Passage>> results;
  private final LongAdder asked = new LongAdder();
  private final LongAdder searched = new LongAdder();

  SearchCache(int limit) {
    this.results = new Recent<>(limit);
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
    return results.get(
        key,
        () -> {
          searched.increment();
          return search.get();
        });
  }

  /** Forgets everything. */
  void clear() {
    results.clear();
  }

  /** The share of searches, 0 to 1, that were answered from here. */
  double hitRate() {
    var all = asked.sum();
    return all == 0 ? 0 : 1 - (double) searched.sum() / all;
  }
}
