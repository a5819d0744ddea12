package deskbell.store;

import deskbell.conversation.Conflict;
import deskbell.conversation.Invalid;
import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings a backup back into an empty database, in one transaction, and then its schema up to date.
 * Refuses to write over data. Blocks.
 */
public final class Restore {
  /** Tables into which a migration itself writes a first row; all others are empty when new. */
  private static final Set<String> SEEDED =
      Set.of(
          "publication",
          "flow_publication",
          "desk_policy",
          "search_progress",
          "use_progress",
          "setup");

  private Restore() {}

  /**
   * Restores and brings the number of rows. {@link Invalid} where the file is no backup or one of a
   * newer program, {@link Conflict} where the database holds data, {@link Unavailable} where
   * database or disk fail; then nothing was restored.
   */
  public static long bring(DatabaseSettings settings, Path file) {
    if (!Files.isReadable(file)) {
      throw new Invalid(file.toString(), Files.exists(file) ? "cannot be read" : "does not exist");
    }
    try (var zip = new ZipFile(file.toFile());
        var server = DatabaseServer.open(settings)) {
      var manifest = manifest(file, zip);
      prepare(settings, server.endpoint(), file, MigrationVersion.fromVersion(manifest.schema()));
      try (var connection = Drivers.jdbc(server.endpoint(), settings.connectLimit())) {
        copy(connection, manifest, zip, file);
      }
      Migrations.apply(server.endpoint(), settings.connectLimit());
      return manifest.tables().stream().mapToLong(BackupManifest.Table::rows).sum();
    } catch (ZipException damaged) {
      throw new Invalid(file.toString(), "is no backup: " + damaged.getMessage(), damaged);
    } catch (SQLException | IOException failed) {
      throw new Unavailable("nothing was restored: " + failed.getMessage(), failed);
    }
  }

  private static BackupManifest manifest(Path file, ZipFile zip) throws IOException {
    var entry = zip.getEntry(BackupManifest.ENTRY);
    if (entry == null) {
      throw new Invalid(file.toString(), "is no backup: it has no " + BackupManifest.ENTRY);
    }
    try (var in = zip.getInputStream(entry)) {
      var json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return BackupManifest.read(file.toString(), json);
    }
  }

  private static void prepare(
      DatabaseSettings settings, Endpoint endpoint, Path file, MigrationVersion version)
      throws SQLException {
    var known = Migrations.newest(endpoint, settings.connectLimit());
    if (version.compareTo(known) > 0) {
      throw new Invalid(
          file.toString(), "has schema " + version + "; this program knows up to " + known);
    }
    try (var connection = Drivers.jdbc(endpoint, settings.connectLimit())) {
      requireEmpty(connection);
    }
    var current = Migrations.current(endpoint, settings.connectLimit());
    if (current.filter(present -> present.compareTo(version) > 0).isPresent()) {
      throw new Conflict(
          "the database has schema %s, newer than the backup's %s; restore into a new one"
              .formatted(current.get(), version));
    }
    Migrations.applyUpTo(endpoint, settings.connectLimit(), version);
  }

  private static void requireEmpty(Connection connection) throws SQLException {
    var unseeded = new LinkedHashSet<>(Tables.inOrder(connection).keySet());
    unseeded.removeAll(SEEDED);
    for (var table : unseeded) {
      try (var statement = connection.createStatement();
          var any =
              statement.executeQuery("SELECT FROM %s LIMIT 1".formatted(Tables.quoted(table)))) {
        if (any.next()) {
          throw new Conflict(
              "the database already holds data (table " + table + "); restore into an empty one");
        }
      }
    }
  }

  private static void copy(Connection connection, BackupManifest manifest, ZipFile zip, Path file)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    var copying = Tables.copying(connection);
    for (var table : manifest.tables()) {
      var name = Tables.quoted(table.name());
      try (var clear = connection.createStatement()) {
        clear.execute("DELETE FROM " + name);
      }
      var entry = zip.getEntry(table.entry());
      if (entry == null) {
        throw new Invalid(file.toString(), "lacks " + table.entry());
      }
      try (var in = zip.getInputStream(entry)) {
        var rows =
            copying.copyIn(
                "COPY %s (%s) FROM STDIN".formatted(name, Backup.list(table.columns())), in);
        if (rows != table.rows()) {
          throw new Invalid(
              file.toString(),
              "has %d rows in %s; its manifest says %d"
                  .formatted(rows, table.entry(), table.rows()));
        }
      }
    }
    Tables.advanceSequences(connection);
    connection.commit();
  }
}
