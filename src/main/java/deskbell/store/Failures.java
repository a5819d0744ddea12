package deskbell.store;

import deskbell.conversation.Busy;
import deskbell.conversation.DeskbellException;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Says of a failed call whether the database did not answer or the call itself was wrong. */
final class Failures {
  /**
   * Classes of SQLSTATE that blame the server's state: connection, resources, operator, system.
   *
   * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">Error codes</a>
   */
  private static final Set<String> SERVER_CLASSES = Set.of("08", "53", "57", "58", "XX");

  /** Read-only (a standby after a failover), lock not available, deadlock. */
  private static final Set<String> SERVER_STATES = Set.of("25006", "55P03", "40P01", "40001");

  private static final int CLASS_LENGTH = 2;

  private Failures() {}

  /** A failed future with the family's error where the failure is one of the known kinds. */
  static <T> Future<T> translated(Throwable failure) {
    return Future.failedFuture(translate(failure));
  }

  static Throwable translate(Throwable failure) {
    return switch (failure) {
      case DeskbellException ours -> ours;
      case ConnectionPoolTooBusyException full ->
          new Busy("too many calls wait for the database", full);
      case TimeoutException late -> new Unavailable("the database did not answer in time", late);
      case IOException lost -> new Unavailable("the database cannot be reached", lost);
      case PgException refused
          when endsConnection(refused) || blamesServer(refused.getSqlState()) ->
          new Unavailable("the database cannot serve just now", refused);
      case PgException wrong -> wrong;
      case VertxException closed -> new Unavailable("the database closed the connection", closed);
      default -> failure;
    };
  }

  /** Of this severity is also what a server says that takes no connections. */
  private static boolean endsConnection(PgException refused) {
    return "FATAL".equals(refused.getSeverity());
  }

  private static boolean blamesServer(String state) {
    return state != null
        && (SERVER_STATES.contains(state)
            || SERVER_CLASSES.contains(state.substring(0, Math.min(CLASS_LENGTH, state.length()))));
  }
}
