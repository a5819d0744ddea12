package deskbell.neural;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The results of the latest requests. Thread-safe. */
final class ResultCache {
  private final Map<Request<?>, Object> results;

  /** Remembers so many results. */
  ResultCache(int most) {
    results =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Request<?>, Object> eldest) {
            return size() > most;
          }
        };
  }

  /** The result of an equal request. */
  @SuppressWarnings("unchecked") // a result has the type that its request names
  synchronized <T> Optional<T> find(Request<T> request) {
    return Optional.ofNullable((T) results.get(request));
  }

  synchronized void keep(Request<?> request, Object result) {
    results.put(request, result);
  }
}
