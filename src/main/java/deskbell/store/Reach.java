package deskbell.store;

import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks once, before all else, whether a server lets Deskbell in. Blocks. */
final class Reach {
  private static final int MOST_CAUSES = 10;

  /**
   * The class of SQLSTATE of a wrong user or password.
   *
   * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">Error codes</a>
   */
  private static final String REFUSED_USER = "28";

  private static final String NO_SUCH_DATABASE = "3D000";

  private Reach() {}

  /**
   * Connects and disconnects; {@link Unavailable} says where it was tried, why it failed and what
   * to do, never the password.
   */
  static void check(Endpoint endpoint, Duration connectLimit) {
    try {
      Drivers.jdbc(endpoint, connectLimit).close();
    } catch (SQLException failed) {
      throw new Unavailable(message(endpoint, failed), failed);
    }
  }

  private static String message(Endpoint endpoint, SQLException failed) {
    var state = Optional.ofNullable(failed.getSQLState()).orElse("");
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
