package deskbell.store;

import deskbell.conversation.Unavailable;
import java.time.Duration;
import java.util.HashMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema's history under {@code db/migration}, applied in order. Blocks: call on a worker. */
final class Migrations {
  private Migrations() {}

  /** Brings a database to the newest schema; {@link Unavailable} where that fails. */
  static void apply(Endpoint endpoint, Duration connectLimit) {
    var properties = Drivers.jdbcProperties(endpoint, connectLimit);
    var flyway = Flyway.configure(Migrations.class.getClassLoader());
    var jdbc = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(n -> jdbc.put(n, properties.getProperty(n)));
    try {
      flyway
          .dataSource(Drivers.jdbcAddress(endpoint), endpoint.user(), endpoint.password())
          .jdbcProperties(jdbc)
          .locations("classpath:db/migration")
          // numbers are handed out before they are written: a later one may be there first
          .outOfOrder(true)
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw new Unavailable("the database's schema could not be brought up to date", failed);
    }
  }
}
