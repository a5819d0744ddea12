package deskbell.answering;

import io.vertx.core.Future;
import java.util.concurrent.Callable;

/** Where thinking is done. */
public interface Worker {
  /** The caller's own thread: the future is complete at once. For commands, never a server. */
  Worker HERE =
      new Worker() {
        @Override
        public <T> Future<T> call(Callable<T> computation) {
          try {
            return Future.succeededFuture(computation.call());
          } catch (Exception failure) {
            return Future.failedFuture(failure);
          }
        }
      };

  /** Computes; fails with what the computation throws. */
  <T> Future<T> call(Callable<T> computation);
}
