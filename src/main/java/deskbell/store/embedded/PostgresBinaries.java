package deskbell.store.embedded;

import deskbell.conversation.Unavailable;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's programs, unpacked from the classpath once and kept under a name that their content
 * gives, so that an update unpacks beside the old ones.
 */
record PostgresBinaries(Path home) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
  private static final int DIGEST_CHARACTERS = 16;

  /** Unpacks below a directory, unless that was done before. Takes seconds the first time. */
  static PostgresBinaries unpackedIn(Path directory) throws IOException {
    var archive = archive();
    var home = directory.resolve("postgresql-" + digest(archive));
    if (!Files.isDirectory(home)) {
      LOG.info("unpacking PostgreSQL to {}", home);
      unpack(archive, home);
    }
    return new PostgresBinaries(home);
  }

  /**
   * The command line of a program. PostgreSQL refuses to run as root; root runs it in a user
   * namespace, where it is nobody.
   */
  List<String> command(String program, List<String> arguments) {
    var line = new ArrayList<String>();
    if (runsAsRoot()) {
      if (!LinuxUtils.isUnshareAvailable()) {
        throw new Unavailable(
            "the embedded database cannot run as root here (no user namespaces): run Deskbell as"
                + " another user, or name a server with --database postgresql://…");
      }
      line.addAll(List.of("unshare", "-U"));
    }
    line.add(home.resolve("bin").resolve(program).toString());
    line.addAll(arguments);
    return line;
  }

  private static boolean runsAsRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static byte[] archive() throws IOException {
    var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    try (var in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
      return in.readAllBytes();
    } catch (IllegalStateException missing) {
      throw new Unavailable(
          "there is no embedded database for %s on %s: name a server with --database postgresql://…"
              .formatted(system, machine),
          missing);
    }
  }

  private static String digest(byte[] archive) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static void unpack(byte[] archive, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    var partial = Files.createTempDirectory(home.getParent(), "unpacking-");
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, partial);
      }
    }
    try {
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      throw unsupported;
    } catch (FileSystemException anotherWasFaster) {
      if (!Files.isDirectory(home)) {
        throw anotherWasFaster;
      }
      Directories.delete(partial);
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    var target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive leaves its directory: " + entry.getName());
    }
    Files.createDirectories(entry.isDirectory() ? target : target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, target);
      if (target.getParent().endsWith("bin")) {
        Files.setPosixFilePermissions(
            target,
            Set.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE));
      }
    }
  }
}
