package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server in a JVM of its own, seen from the test that will kill it: its process and its port. The
 * JVM compiles little and collects plainly, since it lives for seconds.
 */
public final class DoomedServer implements AutoCloseable {
  /** For a start on a busy machine; a quiet one takes a few seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(150);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private static final String STANDING = "standing";

  private final Process process;
  private final Path standing;
  private final int port;

  private DoomedServer(Process process, Path data, int port) {
    this.process = process;
    this.standing = data.resolve(STANDING);
    this.port = port;
  }

  /** Starts one whose turns stand still at the moments that their messages are named after. */
  public static DoomedServer start(TestDatabase database, Path data) throws IOException {
    var standing = Files.createDirectories(data.resolve(STANDING));
    var port = data.resolve("port");
    return launched(
        database,
        data,
        List.of(StandingServer.class.getName(), standing.toString(), port.toString()));
  }

  /** Starts one on the stage of written conversations, which may keep its answers to itself. */
  public static DoomedServer staged(
      TestDatabase database,
      Path data,
      FiledShop shop,
      ShiftedClock clock,
      boolean keepsAnswers,
      String... more)
      throws IOException {
    var port = data.resolve("port");
    return launched(
        database,
        data,
        List.of(
            Staged.class.getName(),
            Boolean.toString(keepsAnswers),
            shop.folder().toString(),
            clock.shift().toString(),
            port.toString()),
        more);
  }

  private static DoomedServer launched(
      TestDatabase database, Path data, List<String> main, String... more) throws IOException {
    var port = data.resolve("port");
    Files.deleteIfExists(port);
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(main);
    command.addAll(RunningServer.flags(database, data, more));
    var log = data.resolve("doomed.log");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      return new DoomedServer(process, data, listening(process, port, log));
    } catch (IOException | AssertionError failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  private static int listening(Process process, Path port, Path log) throws IOException {
    var limit = Instant.now().plus(LIMIT);
    while (!Files.exists(port)) {
      assertThat(process.isAlive() && Instant.now().isBefore(limit))
          .as(() -> "the server starts: " + words(log))
          .isTrue();
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return Integer.parseInt(Files.readString(port));
  }

  private static String words(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unread) {
      return unread.toString();
    }
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Waits until the turn of this conversation stands still; see {@link StandingServer}. */
  public void awaitStandstill(String conversation) {
    var told = standing.resolve(conversation);
    Waiting.until("the turn of " + conversation + " stands still", () -> Files.exists(told));
  }

  /** Kills it from outside, as an operating system short of memory does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("it has ended").isTrue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
