package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop before it has started. */
class StopWhileStartingTest {
  private static final Pattern STARTED = Pattern.compile("PostgreSQL started as process (\\d+)");

  /** For a start on a busy machine; a quiet one takes a few seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(150);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  @TempDir Path folder;

  @Test
  void no_database_is_left_running() throws Exception {
    var log = folder.resolve("log");
    var process = serve(log);
    try {
      awaitDatabase(process, log);
      process.destroy();
      assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("it has ended").isTrue();
      assertThat(folder.resolve("data/postgresql/cluster/postmaster.pid"))
          .as("of a database that runs; %s", text(log))
          .doesNotExist();
    } finally {
      process.destroyForcibly();
      started(log).ifPresent(ProcessHandle::destroy);
    }
  }

  private Process serve(Path log) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port=0",
            "--voters=linear",
            "--data=" + folder.resolve("data"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void awaitDatabase(Process process, Path log) {
    var limit = Instant.now().plus(LIMIT);
    while (started(log).isEmpty()) {
      assertThat(process.isAlive() && Instant.now().isBefore(limit)).as("%s", text(log)).isTrue();
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private static Optional<ProcessHandle> started(Path log) {
    var line = STARTED.matcher(text(log));
    return line.find() ? ProcessHandle.of(Long.parseLong(line.group(1))) : Optional.empty();
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unread) {
      return unread.toString();
    }
  }
}
