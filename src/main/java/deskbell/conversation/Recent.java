package deskbell.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found out lately, by what it was found out about; what was asked for longest ago is
 * forgotten first. Never larger than its limit. Any thread.
 *
 * @param <K> what it is about
 * @param <V> what was found out
 */
public final class Recent<K, V> {
  private static final float LOAD = 0.75f;

  private final Map<K, V> kept;

  /** Nothing yet, and never more than so much. */
  public Recent(int most) {
    kept =
        new LinkedHashMap<>(16, LOAD, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** What is known about this. */
  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  /** Remembers. */
  public synchronized void keep(K key, V value) {
    kept.put(key, value);
  }

  /**
   * What is known about this, or what is found out now. Others are not kept waiting meanwhile: two
   * that ask at once may both find out.
   */
  public V get(K key, Supplier<V> unknown) {
    return find(key)
        .orElseGet(
            () -> {
              var value = unknown.get();
              keep(key, value);
              return value;
            });
  }

  /** Forgets everything. */
  public synchronized void clear() {
    kept.clear();
  }
}
