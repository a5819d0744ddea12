package deskbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a running server owns, closed in reverse order. Confined to the thread that starts and
 * stops.
 */
final class Owned {
  private static final Logger LOG = LoggerFactory.getLogger(Owned.class);

  private record Thing(String name, Duration limit, Supplier<Future<Void>> close) {}

  private final Deque<Thing> things = new ArrayDeque<>();

  /** Remembers how to close something, and how long that may take. */
  void add(String name, Duration limit, Supplier<Future<Void>> close) {
    things.push(new Thing(name, limit, close));
  }

  /** Remembers something that closes at once. */
  <T extends AutoCloseable> T add(String name, T thing) {
    things.push(
        new Thing(
            name,
            Duration.ofSeconds(5),
            () -> {
              try {
                thing.close();
                return Future.succeededFuture();
              } catch (Exception failure) {
                return Future.failedFuture(failure);
              }
            }));
    return thing;
  }

  /** Closes everything, the latest first; what does not close is logged and left. */
  void close() {
    while (!things.isEmpty()) {
      var thing = things.pop();
      try {
        thing.close().get().await(thing.limit().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | RuntimeException failure) {
        LOG.warn("{} did not close in order", thing.name(), failure);
      }
    }
  }
}
