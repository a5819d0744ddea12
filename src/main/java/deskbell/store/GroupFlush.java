package deskbell.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.function.Supplier;

/**
 * One flush of PostgreSQL's log for all who wait for one.
 *
 * <p>A turn writes twice, and each commit on its own would wait for the disk, holding its
 * connection: under load the flushes, not the statements, decide how many turns a second there are.
 * So the two statements of a turn commit asynchronously (for their own transaction alone, by {@code
 * set_config(…, true)}), which frees the connection at once, and their callers then wait for one
 * flush that began after their commit. At most one is under way; those who come meanwhile share the
 * next one. The flush is a transaction that writes an empty message to the log and commits
 * synchronously: PostgreSQL flushes the log in order, so all that was committed before it is on
 * disk, and on synchronous standbys, too.
 *
 * <p>Nothing is acknowledged or shown before its flush. Where the flush fails the outcome is
 * unknown to the caller, as after any lost commit, and is looked up by the client's id or the
 * turn's number. Any thread.
 */
final class GroupFlush {
  private static final String FLUSH = "SELECT pg_logical_emit_message(true, 'deskbell', '')";

  private final Supplier<Future<Void>> flush;
  private Promise<Void> next = Promise.promise();
  private boolean running;
  private boolean wanted;

  GroupFlush(Supplier<Future<Void>> flush) {
    this.flush = flush;
  }

  /** A flush of this kind, as a query. */
  static Future<RowSet<Row>> query(SqlClient client) {
    return client.preparedQuery(FLUSH).execute();
  }

  /** Completes once everything that was committed before this call is safe on disk. */
  Future<Void> flushed() {
    Promise<Void> mine;
    synchronized (this) {
      mine = next;
      wanted = true;
      if (running) {
        return mine.future();
      }
      begin();
    }
    run(mine);
    return mine.future();
  }

  private void begin() {
    running = true;
    wanted = false;
    next = Promise.promise();
  }

  private void run(Promise<Void> waiting) {
    flush
        .get()
        .onComplete(
            done -> {
              goOn();
              if (done.succeeded()) {
                waiting.complete();
              } else {
                waiting.fail(done.cause());
              }
            });
  }

  private void goOn() {
    Promise<Void> waiting;
    synchronized (this) {
      if (!wanted) {
        running = false;
        return;
      }
      waiting = next;
      begin();
    }
    run(waiting);
  }
}
