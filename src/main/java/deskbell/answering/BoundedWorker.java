package deskbell.answering;

import deskbell.conversation.Busy;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A named pool of worker threads with a limit on how much may wait and for how long. A full queue
 * answers {@link Busy} at once; a result that takes too long is {@link Unavailable}. Any thread.
 */
public final class BoundedWorker implements Worker, AutoCloseable {
  private final String name;
  private final int queueLimit;
  private final Duration timeLimit;
  private final WorkerExecutor executor;
  private final AtomicInteger inside = new AtomicInteger();

  /**
   * A worker of so many threads, at most {@code queueLimit} calls inside, each at most this long.
   */
  public BoundedWorker(Vertx vertx, String name, int threads, int queueLimit, Duration timeLimit) {
    this.name = name;
    this.queueLimit = queueLimit;
    this.timeLimit = timeLimit;
    this.executor = vertx.createSharedWorkerExecutor(name, threads);
  }

  /** Computes on a worker thread; the future completes on the caller's context. */
  @Override
  public <T> Future<T> call(Callable<T> computation) {
    if (inside.incrementAndGet() > queueLimit) {
      inside.decrementAndGet();
      return Future.failedFuture(
          new Busy("the queue of " + name + " is full (" + queueLimit + ")"));
    }
    return executor
        .executeBlocking(
            () -> {
              try {
                return computation.call();
              } finally {
                inside.decrementAndGet();
              }
            },
            false)
        .timeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
        .recover(this::named);
  }

  /** Calls that wait or run just now. */
  public int inside() {
    return inside.get();
  }

  private <T> Future<T> named(Throwable failure) {
    return Future.failedFuture(
        failure instanceof TimeoutException
            ? new Unavailable(name + " took longer than " + timeLimit.toMillis() + " ms", failure)
            : failure);
  }

  @Override
  public void close() {
    executor.close();
  }
}
