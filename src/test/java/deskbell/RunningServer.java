package deskbell;

import deskbell.store.TestDatabase;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The whole server in this JVM, on a free port and a database of its own. */
public final class RunningServer implements AutoCloseable {
  private static final long CLOSE_SECONDS = 30;

  private final Vertx vertx = Vertx.vertx();
  private final Server server;

  private RunningServer(List<String> flags, Seams seams) throws TimeoutException {
    var serve = new ServeCommand();
    Main.parse(serve, flags);
    server = Server.start(vertx, serve.settings, seams);
  }

  /** Starts on a test's database with more flags, if any. */
  public static RunningServer on(TestDatabase database, Path data, String... more)
      throws TimeoutException {
    return new RunningServer(flags(database, data, more), Seams.NONE);
  }

  /** Starts on the stage of written conversations, where this shop is played. */
  public static RunningServer staged(
      TestDatabase database, Path data, FiledShop shop, ShiftedClock clock, String... more)
      throws TimeoutException {
    return new RunningServer(flags(database, data, more), Staged.seams(shop, clock, false));
  }

  /** The flags of a server on a test's database. */
  static List<String> flags(TestDatabase database, Path data, String... more) {
    var at = database.endpoint();
    var flags =
        new ArrayList<>(
            List.of(
                "--port=0",
                "--host=127.0.0.1",
                // the Transformer has tests of its own; here it would only make each start slower
                "--voters=linear,neighbours",
                "--data=" + data,
                "--database=postgresql://%s:%s@%s:%d/%s?sslmode=disable"
                    .formatted(at.user(), at.password(), at.host(), at.port(), at.database())));
    flags.addAll(List.of(more));
    return flags;
  }

  /** The address of a path on it. */
  public String at(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /** Its port. */
  public int port() {
    return server.port();
  }

  /** Who may sign in, made at the first start. */
  public FirstSignIn firstSignIn() {
    return server.firstSignIn().orElseThrow();
  }

  @Override
  public void close() throws TimeoutException {
    server.stop();
    vertx.close().await(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
