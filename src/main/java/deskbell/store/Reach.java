package deskbell.store;

import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks, before all else, whether a server lets Deskbell in, and waits for one that starts. Blocks.
 */
final class Reach {
  private static final Logger LOG = LoggerFactory.getLogger(Reach.class);
  private static final int MOST_CAUSES = 10;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  /**
   * The class of SQLSTATE of a wrong user or password.
   *
   * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">Error codes</a>
   */
  private static final String REFUSED_USER = "28";

  private static final String NO_SUCH_DATABASE = "3D000";

  /** The classes of what passes: no connection, too many of them, starting or stopping. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57");

  /** The database takes no connections just now. */
  private static final String CLOSED = "55000";

  private static final int CLASS_LENGTH = 2;

  private Reach() {}

  /**
   * Connects and disconnects, again and again within the wait while there is hope; {@link
   * Unavailable} says where it was tried, why it failed and what to do, never the password.
   */
  static void check(Endpoint endpoint, Duration connectLimit, Duration wait) {
    var since = System.nanoTime();
    var told = Duration.ZERO;
    for (var failed = tried(endpoint, connectLimit);
        failed.isPresent();
        failed = tried(endpoint, connectLimit)) {
      var waited = Duration.ofNanos(System.nanoTime() - since);
      if (!passing(failed.get()) || waited.compareTo(wait) >= 0) {
        throw new Unavailable(message(endpoint, failed.get(), wait), failed.get());
      }
      if (told.isZero() || waited.minus(told).compareTo(BETWEEN_LINES) >= 0) {
        told = waited;
        LOG.warn(
            "waiting for the database at {}, {} of {} s (--database-wait): {}",
            at(endpoint),
            waited.toSeconds(),
            wait.toSeconds(),
            reason(failed.get()));
      }
      pause();
    }
    if (!told.isZero()) {
      LOG.info(
          "the database at {} answers after {} s",
          at(endpoint),
          Duration.ofNanos(System.nanoTime() - since).toSeconds());
    }
  }

  private static Optional<SQLException> tried(Endpoint endpoint, Duration connectLimit) {
    try {
      Drivers.jdbc(endpoint, connectLimit).close();
      return Optional.empty();
    } catch (SQLException failed) {
      return Optional.of(failed);
    }
  }

  /** True where the same may succeed a little later; a wrong password stays wrong. */
  private static boolean passing(SQLException failed) {
    var state = state(failed);
    return state.equals(CLOSED)
        || PASSING_CLASSES.contains(state.substring(0, Math.min(CLASS_LENGTH, state.length())));
  }

  private static String state(SQLException failed) {
    return Optional.ofNullable(failed.getSQLState()).orElse("");
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("waiting for the database was interrupted", interrupted);
    }
  }

  private static String message(Endpoint endpoint, SQLException failed, Duration wait) {
    var message = message(endpoint, failed);
    return passing(failed) && !wait.isZero()
        ? "%s; it was waited for %d s (--database-wait)".formatted(message, wait.toSeconds())
        : message;
  }

  private static String message(Endpoint endpoint, SQLException failed) {
    var state = state(failed);
    if (state.startsWith(REFUSED_USER)) {
      return "the database at %s refuses the user %s: %s; correct name and password in --database"
          .formatted(at(endpoint), endpoint.user(), failed.getMessage());
    }
    if (state.equals(NO_SUCH_DATABASE)) {
      return ("the database %s does not exist at %s; create it there (CREATE DATABASE) or correct"
              + " --database")
          .formatted(endpoint.database(), at(endpoint));
    }
    return ("the database at %s cannot be reached (%s): %s; start PostgreSQL there or correct"
            + " --database")
        .formatted(at(endpoint), endpoint, reason(failed));
  }

  private static String at(Endpoint endpoint) {
    return endpoint.host() + ":" + endpoint.port();
  }

  /** What the network said, where it said something; the driver repeats it at length. */
  private static String reason(SQLException failed) {
    return Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .filter(IOException.class::isInstance)
        .findFirst()
        .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
        .orElseGet(failed::getMessage);
  }
}
