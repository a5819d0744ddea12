package deskbell.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL process of a cluster, as its {@code postmaster.pid} names it.
 *
 * @param ready true once it accepts connections
 */
record Postmaster(long pid, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /** The process that runs on a cluster; empty where none does. */
  static Optional<Postmaster> on(Path cluster) throws IOException {
    var file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    if (lines.isEmpty() || !isPostgres(Long.parseLong(lines.getFirst().strip()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Postmaster(
            Long.parseLong(lines.getFirst().strip()),
            lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0,
            lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
  }

  /**
   * Removes what a process that is gone left behind. Its number may meanwhile belong to another
   * program, and PostgreSQL would then refuse to start. Only for whoever holds the directory's
   * lock.
   */
  static void forget(Path cluster) throws IOException {
    if (on(cluster).isEmpty()) {
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }
  }

  private static boolean isPostgres(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().command().orElse("postgres"))
        .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
        .isPresent();
  }
}
