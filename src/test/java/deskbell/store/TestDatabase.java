package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.store.embedded.EmbeddedDatabase;
import deskbell.store.embedded.EmbeddedSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh, migrated PostgreSQL database for one test class:
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = new TestDatabase();
 * … database.open(vertx) …
 * }</pre>
 *
 * One embedded server for each JVM, kept in {@code target/}; a database is a copy of a migrated
 * template, some tens of milliseconds.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private String name;
  private final Map<Vertx, Database> open = new ConcurrentHashMap<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    name = "test_" + Long.toHexString(System.nanoTime()) + "_" + ProcessHandle.current().pid();
    Server.execute(
        "CREATE DATABASE %s TEMPLATE %s OWNER %s"
            .formatted(name, Server.template(), EmbeddedDatabase.APPLICATION));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Server.execute("DROP DATABASE %s WITH (FORCE)".formatted(name));
  }

  /** Where this class's database is. */
  public Endpoint endpoint() {
    return Endpoint.of(Server.INSTANCE.embedded.access().to(name));
  }

  /** Settings for {@link Database#open}, for a second node on the same database. */
  public DatabaseSettings settings() {
    return DatabaseSettings.at(new DatabaseLocation.Server(endpoint()));
  }

  /**
   * The open database: the first call for a Vert.x opens it, closing the Vert.x closes it. Two
   * Vert.x are two nodes.
   */
  public Database open(Vertx vertx) {
    return open.computeIfAbsent(vertx, this::opened);
  }

  private Database opened(Vertx vertx) {
    return await(Database.open(vertx, settings()));
  }

  /** A future's value, within a limit; its failure is thrown as it is. */
  public static <T> T await(Future<T> future) {
    try {
      return future.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("nothing came within " + LIMIT.toSeconds() + " s", late);
    }
  }

  /** A new, empty conversation in mode bot. */
  public ConversationId conversation() {
    var id = ConversationId.random();
    execute(
        """
        INSERT INTO conversation (id, token_hash, address)
        VALUES ('%s', sha256('%s'), 'hash-of-address')
        """
            .formatted(id, id));
    return id;
  }

  /** The text that a query brings in its first column and row; null where there is none. */
  public String text(String query) {
    try (var connection = Drivers.jdbc(endpoint(), LIMIT);
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      return result.next() ? result.getString(1) : null;
    } catch (SQLException failed) {
      throw new IllegalStateException(query, failed);
    }
  }

  /** Ends all connections to this class's database and refuses new ones, or lets them in again. */
  public void refuseConnections(boolean refuse) {
    Server.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(name, !refuse));
    if (refuse) {
      Server.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(name));
    }
  }

  /** Somebody is at the desk from now on. */
  public void attend() {
    execute("INSERT INTO agent_presence (agent, until) VALUES ('somebody', '2100-01-01')");
  }

  /** Runs statements as the owner of this class's database, for arranging and looking. */
  public void execute(String statements) {
    Server.execute(endpoint(), statements);
  }

  /** The one server of this JVM. */
  private static final class Server {
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final Server INSTANCE = new Server();

    private final EmbeddedDatabase embedded;
    private String template;

    Server() {
      var directory = Path.of("target", "test-postgresql");
      embedded =
          EmbeddedDatabase.open(
              new EmbeddedSettings(
                  directory,
                  directory.resolve("binaries"),
                  EmbeddedSettings.START_LIMIT,
                  EmbeddedSettings.STOP_LIMIT));
      Runtime.getRuntime().addShutdownHook(new Thread(embedded::close, "test-postgresql-stop"));
    }

    static String template() {
      synchronized (INSTANCE) {
        if (INSTANCE.template == null) {
          INSTANCE.template = INSTANCE.migrated("template_" + fingerprint());
        }
        return INSTANCE.template;
      }
    }

    static void execute(String statement) {
      execute(Endpoint.of(INSTANCE.embedded.administrator()), statement);
    }

    static void execute(Endpoint endpoint, String statements) {
      try (var connection = Drivers.jdbc(endpoint, LIMIT);
          var statement = connection.createStatement()) {
        statement.execute(statements);
      } catch (SQLException failed) {
        throw new IllegalStateException(statements, failed);
      }
    }

    private String migrated(String wanted) {
      if (!exists(wanted)) {
        var partial = wanted + "_partial";
        execute(administrator(), "DROP DATABASE IF EXISTS " + partial);
        execute(
            administrator(),
            "CREATE DATABASE %s OWNER %s".formatted(partial, EmbeddedDatabase.APPLICATION));
        Migrations.apply(Endpoint.of(embedded.access().to(partial)), LIMIT);
        execute(administrator(), "ALTER DATABASE %s RENAME TO %s".formatted(partial, wanted));
      }
      return wanted;
    }

    private Endpoint administrator() {
      return Endpoint.of(embedded.administrator());
    }

    private boolean exists(String wanted) {
      try (var connection = Drivers.jdbc(administrator(), LIMIT);
          var statement =
              connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
        statement.setString(1, wanted);
        try (var found = statement.executeQuery()) {
          return found.next();
        }
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }

    private static String fingerprint() {
      var sum = new CRC32();
      try (var files = Files.list(MIGRATIONS)) {
        for (var file : files.sorted().toList()) {
          sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
          sum.update(Files.readAllBytes(file));
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return HexFormat.of().toHexDigits((int) sum.getValue());
    }
  }
}
