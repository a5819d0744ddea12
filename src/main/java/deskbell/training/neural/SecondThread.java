package deskbell.training.neural;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Does one thing beside another where two processors may be used, otherwise before it. One thread
 * at a time.
 */
final class SecondThread implements AutoCloseable {
  private static final int BOTH = 2;

  private final Optional<ExecutorService> worker;

  /** A second thread where so many may be used in all. */
  SecondThread(int threads) {
    worker = threads < BOTH ? Optional.empty() : Optional.of(Executors.newSingleThreadExecutor());
  }

  /** Begins something; what comes of it. */
  <T> CompletableFuture<T> begin(Supplier<T> something) {
    return worker
        .map(thread -> CompletableFuture.supplyAsync(something, thread))
        .orElseGet(() -> CompletableFuture.completedFuture(something.get()));
  }

  /** Begins something that nothing comes of. */
  CompletableFuture<Void> begin(Runnable something) {
    return begin(
        () -> {
          something.run();
          return null;
        });
  }

  @Override
  public void close() {
    worker.ifPresent(ExecutorService::close);
  }
}
