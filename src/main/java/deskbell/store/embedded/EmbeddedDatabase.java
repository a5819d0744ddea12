package deskbell.store.embedded;

import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open door to the embedded PostgreSQL: as its owner, who started it and stops it, or as a guest
 * of the process that did. Blocking; not for several threads.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The application's database and role; the role owns it and is no superuser. */
  public static final String APPLICATION = "deskbell";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration POLL = Duration.ofMillis(50);

  private final Cluster cluster;
  private final Optional<DirectoryLock> lock;
  private final Passwords passwords;
  private final int port;
  private boolean closed;

  private EmbeddedDatabase(
      Cluster cluster, Optional<DirectoryLock> lock, Passwords passwords, int port) {
    this.cluster = cluster;
    this.lock = lock;
    this.passwords = passwords;
    this.port = port;
  }

  /**
   * Starts the database of a directory, takes over the one that a killed owner left running, or
   * connects to the one that another process owns. Fails with {@link Unavailable} where that does
   * not come about within the start limit.
   */
  public static EmbeddedDatabase open(EmbeddedSettings settings) {
    try {
      Directories.createPrivate(settings.directory());
      var lock = DirectoryLock.take(settings.directory().resolve("owner.lock"));
      return lock.isPresent() ? own(settings, lock.get()) : visit(settings);
    } catch (IOException failed) {
      throw new Unavailable(
          "the embedded database in "
              + settings.directory()
              + " could not be opened: "
              + failed
              + "; it lies in --data, where Deskbell must be able to write",
          failed);
    }
  }

  /** Connects to the database that another process owns; empty where no process does. */
  public static Optional<EmbeddedDatabase> openRunning(EmbeddedSettings settings) {
    try {
      if (!Files.isDirectory(settings.directory())) {
        return Optional.empty();
      }
      var lock = DirectoryLock.take(settings.directory().resolve("owner.lock"));
      if (lock.isPresent()) {
        lock.get().close();
        return Optional.empty();
      }
      return Optional.of(visit(settings));
    } catch (IOException failed) {
      throw new Unavailable(
          "the embedded database in " + settings.directory() + " could not be reached", failed);
    }
  }

  /** The PostgreSQL process of a directory, its sessions' parent; empty where none runs. */
  public static Optional<ProcessHandle> process(EmbeddedSettings settings) {
    try {
      var cluster = new Cluster(new PostgresBinaries(settings.binaries()), settings);
      return Postmaster.on(cluster.path()).flatMap(found -> ProcessHandle.of(found.pid()));
    } catch (IOException failed) {
      throw new Unavailable(
          "the process of " + settings.directory() + " could not be looked up", failed);
    }
  }

  /** How the application reaches its database. */
  public Access access() {
    return new Access(LOOPBACK, port, APPLICATION, APPLICATION, passwords.application());
  }

  /** The superuser's way in, to its own maintenance database. */
  public Access administrator() {
    return new Access(
        LOOPBACK, port, Cluster.ADMINISTRATOR, Cluster.ADMINISTRATOR, passwords.administrator());
  }

  /** True where this process started the database and will stop it. */
  public boolean owner() {
    return lock.isPresent();
  }

  /** The owner stops PostgreSQL in order; a guest just leaves. Again is harmless. */
  @Override
  public void close() {
    if (closed || lock.isEmpty()) {
      return;
    }
    closed = true;
    try (var held = lock.get()) {
      cluster.stop();
      Files.deleteIfExists(portFile(cluster.settings()));
      LOG.debug("{} released", held);
    } catch (IOException failed) {
      throw new Unavailable("the embedded database could not be stopped in order", failed);
    }
  }

  private static EmbeddedDatabase own(EmbeddedSettings settings, DirectoryLock lock)
      throws IOException {
    try {
      var passwords = Passwords.in(passwordFile(settings));
      var cluster = new Cluster(PostgresBinaries.unpackedIn(settings.binaries()), settings);
      cluster.create(passwords);
      var left = leftRunning(cluster, passwords);
      var port = left.isPresent() ? left.get().port() : cluster.start().port();
      var database = new EmbeddedDatabase(cluster, Optional.of(lock), passwords, port);
      reach(settings, database.administrator());
      Administration.prepare(database.administrator(), database.access());
      Directories.writePrivate(portFile(settings), Integer.toString(port));
      return database;
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /** Waits for a server that runs: on a busy machine one try may run into its limit. */
  private static void reach(EmbeddedSettings settings, Access access) {
    var until = Instant.now().plus(settings.startLimit());
    while (!Administration.reachable(access)) {
      if (Instant.now().isAfter(until)) {
        throw new Unavailable(
            "the embedded database in %s let nobody in within %d s"
                .formatted(settings.directory(), settings.startLimit().toSeconds()));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** The server that a killed owner left behind, if it is as one started now would be. */
  private static Optional<Postmaster> leftRunning(Cluster cluster, Passwords passwords)
      throws IOException {
    var running = Postmaster.on(cluster.path());
    if (running.isEmpty()) {
      return Optional.empty();
    }
    if (running.get().ready()
        && ServerConfiguration.isCurrent(cluster.path())
        && Administration.reachable(
            new Access(
                LOOPBACK,
                running.get().port(),
                Cluster.ADMINISTRATOR,
                Cluster.ADMINISTRATOR,
                passwords.administrator()))) {
      LOG.info("took over embedded PostgreSQL, process {}", running.get().pid());
      return running;
    }
    LOG.info(
        "stopping embedded PostgreSQL, process {}, left by a killed owner", running.get().pid());
    cluster.stop();
    return Optional.empty();
  }

  private static EmbeddedDatabase visit(EmbeddedSettings settings) throws IOException {
    var until = Instant.now().plus(settings.startLimit());
    while (Instant.now().isBefore(until)) {
      if (Files.exists(portFile(settings)) && Files.exists(passwordFile(settings))) {
        var guest =
            new EmbeddedDatabase(
                new Cluster(new PostgresBinaries(settings.binaries()), settings),
                Optional.empty(),
                Passwords.read(passwordFile(settings)),
                Integer.parseInt(Files.readString(portFile(settings)).strip()));
        if (Administration.reachable(guest.access())) {
          return guest;
        }
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw new Unavailable(
        "the owner of %s did not make its database reachable within %d s"
            .formatted(settings.directory(), settings.startLimit().toSeconds()));
  }

  private static Path portFile(EmbeddedSettings settings) {
    return settings.directory().resolve("port");
  }

  private static Path passwordFile(EmbeddedSettings settings) {
    return settings.directory().resolve("passwords.properties");
  }
}
