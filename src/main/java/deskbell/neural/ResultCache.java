package deskbell.neural;

import deskbell.conversation.Recent;
import java.util.Optional;

/** The results of the latest requests, each of the type that its request names. Thread-safe. */
final class ResultCache {
  private final Recent<Request<?>, Object> results;

  /** Remembers so many results. */
  ResultCache(int most) {
    results = new Recent<>(most);
  }

  /** The result of an equal request. */
  @SuppressWarnings("unchecked") // a result has the type that its request names
  <T> Optional<T> find(Request<T> request) {
    return results.find(request).map(result -> (T) result);
  }

  void keep(Request<?> request, Object result) {
    results.keep(request, result);
  }
}
