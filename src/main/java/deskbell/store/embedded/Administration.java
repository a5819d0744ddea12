package deskbell.store.embedded;

import deskbell.conversation.Unavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** What the administrator's role does: it tries connections and makes role and database. */
final class Administration {
  private static final String ROLE_STATEMENT =
      """
      SELECT format(
        CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = ?)
          THEN 'ALTER ROLE %I LOGIN PASSWORD %L'
          ELSE 'CREATE ROLE %I LOGIN PASSWORD %L' END,
        ?, ?)
      """;

  private static final String DATABASE_STATEMENT =
      """
      SELECT format('CREATE DATABASE %I OWNER %I', ?, ?)
      WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = ?)
      """;

  /** The server refused the user or the password. */
  private static final String INVALID_AUTHORIZATION = "28";

  private static final int CONNECT_SECONDS = 10;

  private Administration() {}

  /** True where a database accepts a connection; a wrong password is an error, not a "no". */
  static boolean reachable(Access access) {
    try (var connection = connect(access)) {
      return connection.isValid(CONNECT_SECONDS);
    } catch (SQLException refused) {
      if (refused.getSQLState() != null
          && refused.getSQLState().startsWith(INVALID_AUTHORIZATION)) {
        throw new Unavailable(
            access + " refuses the password that is kept in its directory", refused);
      }
      return false;
    }
  }

  /** Makes the application's role and database where they are missing. */
  static void prepare(Access administrator, Access application) {
    try (var connection = connect(administrator)) {
      generated(
          connection,
          ROLE_STATEMENT,
          application.user(),
          application.user(),
          application.password());
      generated(
          connection,
          DATABASE_STATEMENT,
          application.database(),
          application.user(),
          application.database());
    } catch (SQLException failed) {
      throw new Unavailable("the embedded database could not be prepared", failed);
    }
  }

  private static void generated(Connection connection, String query, String... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (var result = statement.executeQuery();
          var generated = connection.createStatement()) {
        while (result.next()) {
          generated.execute(result.getString(1));
        }
      }
    }
  }

  private static Connection connect(Access access) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", access.user());
    properties.setProperty("password", access.password());
    properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
    properties.setProperty("socketTimeout", Integer.toString(CONNECT_SECONDS));
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(access.host(), access.port(), access.database()),
        properties);
  }
}
