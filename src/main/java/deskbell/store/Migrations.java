package deskbell.store;

import deskbell.conversation.Unavailable;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The schema's history under {@code db/migration}, applied in order. Blocks: call on a worker. */
final class Migrations {
  /** Tries of one connection: a busy machine may let one try run into its limit. */
  private static final int MORE_TRIES = 3;

  private Migrations() {}

  /** Brings a database to the newest schema; {@link Unavailable} where that fails. */
  static void apply(Endpoint endpoint, Duration connectLimit) {
    run(endpoint, connectLimit, MigrationVersion.LATEST);
  }

  /** Brings a database without newer tables to an earlier schema. */
  static void applyUpTo(Endpoint endpoint, Duration connectLimit, MigrationVersion version) {
    run(endpoint, connectLimit, version);
  }

  /** The newest schema that this program knows. */
  static MigrationVersion newest(Endpoint endpoint, Duration connectLimit) {
    var all = configured(endpoint, connectLimit, MigrationVersion.LATEST).info().all();
    return Stream.of(all)
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(MigrationVersion.EMPTY);
  }

  /** The schema that a database has; empty where nothing was ever applied. */
  static Optional<MigrationVersion> current(Endpoint endpoint, Duration connectLimit) {
    var current = configured(endpoint, connectLimit, MigrationVersion.LATEST).info().applied();
    return Stream.of(current)
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private static void run(Endpoint endpoint, Duration connectLimit, MigrationVersion target) {
    try {
      configured(endpoint, connectLimit, target).migrate();
    } catch (FlywayException failed) {
      throw new Unavailable(
          "the database's schema could not be brought up to date: " + reason(failed), failed);
    }
  }

  /** Flyway's verdict and what it rests on; its later lines say how to bend its rules. */
  private static String reason(FlywayException failed) {
    return failed
        .getMessage()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(2)
        .collect(Collectors.joining("; "));
  }

  private static Flyway configured(
      Endpoint endpoint, Duration connectLimit, MigrationVersion target) {
    var properties = Drivers.jdbcProperties(endpoint, connectLimit);
    var jdbc = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(name -> jdbc.put(name, properties.getProperty(name)));
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(Drivers.jdbcAddress(endpoint), endpoint.user(), endpoint.password())
        .jdbcProperties(jdbc)
        .locations("classpath:db/migration")
        .connectRetries(MORE_TRIES)
        .target(target)
        .load();
  }
}
