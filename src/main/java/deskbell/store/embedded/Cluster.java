package deskbell.store.embedded;

import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL data directory and the programs that make, start and stop it. */
record Cluster(PostgresBinaries binaries, EmbeddedSettings settings) {
  /** The role that {@code initdb} makes. */
  static final String ADMINISTRATOR = "postgres";

  /** The major version of the PostgreSQL that this program brings: it reads its own data alone. */
  static final String MAJOR = "18";

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final int PORT_TRIES = 3;

  /** What a program that watches its own limit gets beyond it. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  Path path() {
    return settings.directory().resolve("cluster");
  }

  /**
   * Makes the data directory, unless there is one. A half-made one is made again, one of another
   * major version is {@link Unavailable}.
   */
  void create(Passwords passwords) throws IOException {
    if (Files.exists(path())) {
      requireOwnVersion();
      return;
    }
    var partial = settings.directory().resolve("cluster.partial");
    Directories.delete(partial);
    var secret = settings.directory().resolve("initdb.password");
    Directories.writePrivate(secret, passwords.administrator());
    try {
      run(
          settings.startLimit(),
          "initdb",
          List.of(
              "--pgdata=" + partial,
              "--username=" + ADMINISTRATOR,
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--locale=C.UTF-8",
              "--no-instructions"));
    } finally {
      Files.delete(secret);
    }
    Files.move(partial, path());
  }

  private void requireOwnVersion() throws IOException {
    var found = Files.readString(path().resolve("PG_VERSION")).strip();
    if (!found.equals(MAJOR)) {
      throw new Unavailable(
          ("%s holds the data of PostgreSQL %s, this Deskbell has %s: take a backup with the old"
                  + " Deskbell and restore it with this one, as \"Upgrading PostgreSQL\" in"
                  + " src/docs/operator.md says")
              .formatted(path(), found, MAJOR));
    }
  }

  /** Starts PostgreSQL on a free port and waits until it accepts connections. */
  Postmaster start() throws IOException {
    Directories.createPrivate(settings.directory().resolve("log"));
    ServerConfiguration.write(path());
    Postmaster.forget(path());
    Unavailable last = null;
    for (int i = 0; i < PORT_TRIES; i++) {
      try {
        return start(freePort());
      } catch (Unavailable portTaken) {
        last = portTaken;
      }
    }
    throw last;
  }

  private Postmaster start(int port) throws IOException {
    run(
        settings.startLimit(),
        "pg_ctl",
        List.of(
            "start",
            "--pgdata=" + path(),
            "--log=" + settings.directory().resolve("log/start.log"),
            "--wait",
            "--timeout=" + settings.startLimit().toSeconds(),
            "--options=-p " + port));
    var started =
        Postmaster.on(path())
            .orElseThrow(() -> new Unavailable("the embedded database stopped at its start"));
    LOG.info("embedded PostgreSQL started as process {} on port {}", started.pid(), port);
    return started;
  }

  /** Stops PostgreSQL in order: open transactions are rolled back, a last checkpoint is written. */
  void stop() throws IOException {
    if (Postmaster.on(path()).isEmpty()) {
      return;
    }
    run(
        settings.stopLimit(),
        "pg_ctl",
        List.of(
            "stop",
            "--pgdata=" + path(),
            "--mode=fast",
            "--wait",
            "--timeout=" + settings.stopLimit().toSeconds()));
    LOG.info("embedded PostgreSQL stopped");
  }

  private void run(Duration limit, String program, List<String> arguments) throws IOException {
    var output = Files.createTempFile(settings.directory(), program, ".out");
    try {
      var process =
          new ProcessBuilder(binaries.command(program, arguments))
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new Unavailable(program + " did not end within " + limit.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new Unavailable(program + " failed: " + lastLine(output));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable(program + " was interrupted", interrupted);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static String lastLine(Path output) throws IOException {
    var lines = Files.readString(output, StandardCharsets.UTF_8).strip().lines().toList();
    return lines.isEmpty() ? "it said nothing" : lines.getLast();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
