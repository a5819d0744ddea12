package deskbell.store;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** One endpoint as each of the two drivers wants it: Vert.x's for calls, JDBC for migrations. */
final class Drivers {
  /** Shown by {@code pg_stat_activity}. */
  private static final String APPLICATION_NAME = "deskbell";

  /**
   * Calls that may be under way on one connection without waiting for each other's answers, where a
   * client pipelines.
   */
  private static final int PIPELINING_LIMIT = 16;

  private static final int CACHED_STATEMENTS = 256;

  /** Longer texts are few and rare; the driver's default of 2,048 leaves some of ours out. */
  private static final int CACHED_STATEMENT_CHARACTERS = 8_192;

  private Drivers() {}

  /** Options of the Vert.x client. The server itself ends a statement at the limit. */
  static PgConnectOptions vertx(Endpoint endpoint, Duration statementLimit) {
    var options =
        new PgConnectOptions()
            .setHost(endpoint.host())
            .setPort(endpoint.port())
            .setDatabase(endpoint.database())
            .setUser(endpoint.user())
            .setPassword(endpoint.password())
            .setSslMode(SslMode.of(endpoint.sslMode()))
            .setPipeliningLimit(PIPELINING_LIMIT)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(CACHED_STATEMENTS)
            .setPreparedStatementCacheSqlLimit(CACHED_STATEMENT_CHARACTERS)
            .addProperty("application_name", APPLICATION_NAME)
            .addProperty("statement_timeout", Long.toString(statementLimit.toMillis()));
    return options.setSslOptions(ssl(endpoint));
  }

  /** A JDBC connection with an address and properties of the same meaning. */
  static Connection jdbc(Endpoint endpoint, Duration connectLimit) throws SQLException {
    return DriverManager.getConnection(
        jdbcAddress(endpoint), jdbcProperties(endpoint, connectLimit));
  }

  static String jdbcAddress(Endpoint endpoint) {
    var host = endpoint.host();
    return "jdbc:postgresql://%s:%d/%s".formatted(host, endpoint.port(), endpoint.database());
  }

  static Properties jdbcProperties(Endpoint endpoint, Duration connectLimit) {
    var properties = new Properties();
    properties.setProperty("user", endpoint.user());
    properties.setProperty("password", endpoint.password());
    properties.setProperty("sslmode", endpoint.sslMode());
    properties.setProperty("ApplicationName", APPLICATION_NAME);
    var seconds = Long.toString(Math.max(1, connectLimit.toSeconds()));
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    if (endpoint.verifies() && endpoint.rootCertificate().isEmpty()) {
      properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    } else if (endpoint.verifies()) {
      properties.setProperty("sslrootcert", endpoint.rootCertificate());
    }
    return properties;
  }

  private static ClientSSLOptions ssl(Endpoint endpoint) {
    var options = new ClientSSLOptions().setHostnameVerificationAlgorithm("");
    if (!endpoint.verifies()) {
      return options.setTrustAll(true);
    }
    if (endpoint.sslMode().equals("verify-full")) {
      options.setHostnameVerificationAlgorithm("HTTPS");
    }
    return endpoint.rootCertificate().isEmpty()
        ? options.setTrustOptions(TrustOptions.wrap(javaAuthorities()))
        : options.setTrustOptions(new PemTrustOptions().addCertPath(endpoint.rootCertificate()));
  }

  private static TrustManager javaAuthorities() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return factory.getTrustManagers()[0];
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java has no default authorities", impossible);
    }
  }
}
