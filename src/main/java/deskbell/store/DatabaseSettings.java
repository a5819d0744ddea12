package deskbell.store;

import deskbell.conversation.Invalid;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Which database, and the limits of its use.
 *
 * @param location embedded or a server's address
 * @param poolSize connections at most, besides those of turns
 * @param turnConnections connections that the two trips of all turns share, pipelined
 * @param waiting calls that may wait for a connection; one more is refused as busy
 * @param statementLimit how long one call may take, waiting for a connection included
 * @param connectLimit until a new connection is open
 * @param startWait how long opening waits for a server that lets nobody in yet; zero for one try
 */
public record DatabaseSettings(
    DatabaseLocation location,
    int poolSize,
    int turnConnections,
    int waiting,
    Duration statementLimit,
    Duration connectLimit,
    Duration startWait) {
  /** More connections than processors: those that commit wait for the disk, and share its flush. */
  public static final int POOL_SIZE = 16;

  /** Few, so that many statements travel together; measured with 64 conversations at once. */
  public static final int TURN_CONNECTIONS = 4;

  /** A second's work at full rate. */
  public static final int WAITING = 2_000;

  /** Far above what any call needs; what takes longer is stuck. */
  public static final Duration STATEMENT_LIMIT = Duration.ofSeconds(5);

  /** A server that is there answers at once. */
  public static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  /** A database that starts together with Deskbell is there by then, after a crash too. */
  public static final int START_WAIT_SECONDS = 60;

  /** Longer, and whoever started it believes that nothing happens. */
  private static final Duration MOST_START_WAIT = Duration.ofHours(1);

  /** A new version may have indexes to build over all that was ever said. */
  private static final Duration SCHEMA_LIMIT = Duration.ofMinutes(30);

  /** The embedded database below {@code data}, with default limits. */
  public static final DatabaseSettings DEFAULTS =
      at(new DatabaseLocation.Embedded(Path.of("data", "postgresql")));

  public DatabaseSettings {
    positive("database-connections", poolSize);
    positive("turnConnections", turnConnections);
    positive("waiting", waiting);
    positive("statementLimit", statementLimit.toMillis());
    positive("connectLimit", connectLimit.toMillis());
    if (startWait.isNegative() || startWait.compareTo(MOST_START_WAIT) > 0) {
      throw new Invalid(
          "database-wait",
          "is %d s; from 0 to %d s".formatted(startWait.toSeconds(), MOST_START_WAIT.toSeconds()));
    }
  }

  /** Default limits for a location. */
  public static DatabaseSettings at(DatabaseLocation location) {
    return new DatabaseSettings(
        location,
        POOL_SIZE,
        TURN_CONNECTIONS,
        WAITING,
        STATEMENT_LIMIT,
        CONNECT_LIMIT,
        Duration.ZERO);
  }

  /** The same with another number of connections. */
  public DatabaseSettings withPoolSize(int connections) {
    return new DatabaseSettings(
        location, connections, turnConnections, waiting, statementLimit, connectLimit, startWait);
  }

  /** The same with another limit on a call. */
  public DatabaseSettings withStatementLimit(Duration limit) {
    return new DatabaseSettings(
        location, poolSize, turnConnections, waiting, limit, connectLimit, startWait);
  }

  /** The same, waiting at the start for a server that lets nobody in yet. */
  public DatabaseSettings withStartWait(Duration wait) {
    return new DatabaseSettings(
        location, poolSize, turnConnections, waiting, statementLimit, connectLimit, wait);
  }

  /** How long opening may take in all, by whoever waits for it. */
  public Duration openLimit() {
    return startWait.plus(SCHEMA_LIMIT);
  }

  private static void positive(String name, long value) {
    if (value <= 0) {
      throw new Invalid(name, "is " + value + "; must be positive");
    }
  }
}
