package deskbell;

import deskbell.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One whole server for all test classes whose people do not get in each other's way:
 *
 * <pre>{@code
 * @RegisterExtension static final SharedServer shared = new SharedServer();
 * … shared.server() … shared.database() …
 * }</pre>
 *
 * The first class starts it, and it stops after the last. Whoever needs other settings, or counts
 * what is in the database, starts a {@link RunningServer} of their own.
 */
public final class SharedServer implements BeforeAllCallback {
  private Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.create(SharedServer.class))
            .getOrComputeIfAbsent(Running.class, key -> Running.start(context), Running.class);
  }

  /** The server. */
  public RunningServer server() {
    return running.server;
  }

  /** Its database. */
  public TestDatabase database() {
    return running.database;
  }

  /** Closed by JUnit with the run of all classes. */
  private record Running(
      RunningServer server, TestDatabase database, Path data, ExtensionContext by)
      implements AutoCloseable {
    static Running start(ExtensionContext context) {
      try {
        var database = new TestDatabase();
        database.beforeAll(context);
        var data = Files.createTempDirectory("deskbell-shared");
        return new Running(RunningServer.on(database, data), database, data, context);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (TimeoutException late) {
        throw new IllegalStateException("the shared server did not start in time", late);
      }
    }

    @Override
    public void close() throws IOException, TimeoutException {
      server.close();
      database.afterAll(by);
      try (var all = Files.walk(data)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
