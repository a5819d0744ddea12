package deskbell.store;

import deskbell.conversation.Conflict;
import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes a backup: one snapshot of all tables, as a zip file with a manifest that only its owner may
 * read. Written by hand because the embedded PostgreSQL brings no {@code pg_dump}. Works beside a
 * running server. Blocks.
 */
public final class Backup {
  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private Backup() {}

  /**
   * Writes the file, whole or not at all, and brings the number of rows. {@link Conflict} where the
   * file is there already, {@link Unavailable} where database or disk fail.
   */
  public static long take(DatabaseSettings settings, Path file) {
    if (Files.exists(file)) {
      throw new Conflict(file + " exists already; name another file");
    }
    try (var server = DatabaseServer.open(settings)) {
      var schema =
          Migrations.current(server.endpoint(), settings.connectLimit())
              .orElseThrow(() -> new Conflict("the database holds nothing of Deskbell"));
      try (var connection = Drivers.jdbc(server.endpoint(), settings.connectLimit())) {
        return write(connection, schema.getVersion(), file.toAbsolutePath());
      }
    } catch (SQLException | IOException failed) {
      throw new Unavailable("the backup was not taken: " + failed.getMessage(), failed);
    }
  }

  private static long write(Connection connection, String schema, Path file)
      throws SQLException, IOException {
    var partial =
        Files.createTempFile(
            file.getParent(),
            "backup",
            ".partial",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      long rows;
      try (var zip = new ZipOutputStream(Files.newOutputStream(partial))) {
        rows = copy(connection, schema, zip);
      }
      Files.move(partial, file);
      return rows;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static long copy(Connection connection, String schema, ZipOutputStream zip)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (var snapshot = connection.createStatement()) {
      snapshot.execute(SNAPSHOT);
    }
    var tables = new ArrayList<BackupManifest.Table>();
    for (var table : Tables.inOrder(connection).entrySet()) {
      tables.add(copy(connection, table.getKey(), table.getValue(), zip));
    }
    connection.commit();
    var taken = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    var manifest = new BackupManifest(BackupManifest.FORMAT, schema, taken, tables);
    zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
    zip.write(manifest.write());
    zip.closeEntry();
    return tables.stream().mapToLong(BackupManifest.Table::rows).sum();
  }

  private static BackupManifest.Table copy(
      Connection connection, String table, List<String> columns, ZipOutputStream zip)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(new BackupManifest.Table(table, columns, 0).entry()));
    var statement = "COPY %s (%s) TO STDOUT".formatted(Tables.quoted(table), list(columns));
    var rows = Tables.copying(connection).copyOut(statement, zip);
    zip.closeEntry();
    return new BackupManifest.Table(table, columns, rows);
  }

  /** Columns as a statement lists them. */
  static String list(List<String> columns) {
    return columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
  }
}
