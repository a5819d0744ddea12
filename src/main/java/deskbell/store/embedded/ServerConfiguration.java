package deskbell.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration that every start of the embedded server writes. */
final class ServerConfiguration {
  private static final String POSTGRESQL_CONF =
      """
      # Written by Deskbell at every start; changes are lost.
      # Durable: an acknowledged message survives a power cut.
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      # Closed: loopback alone, SCRAM always.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      max_connections = 100
      # Sized for a small machine that other things run on too.
      shared_buffers = '128MB'
      jit = off
      max_logical_replication_workers = 0
      max_parallel_workers_per_gather = 0
      # One form for dates and messages, whatever the machine's.
      timezone = 'UTC'
      log_timezone = 'UTC'
      datestyle = 'iso, ymd'
      lc_messages = 'C'
      default_text_search_config = 'pg_catalog.simple'
      # A week of logs. Neither statements nor details: both may hold a shopper's words.
      logging_collector = on
      log_directory = '../log'
      log_filename = 'postgresql-%a.log'
      log_truncate_on_rotation = on
      log_rotation_age = '1d'
      log_rotation_size = 0
      log_file_mode = 0600
      log_min_error_statement = panic
      log_error_verbosity = terse
      log_checkpoints = off
      """;

  private static final String PG_HBA_CONF =
      """
      # Written by Deskbell at every start; changes are lost.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private ServerConfiguration() {}

  /** Writes the files into a cluster. */
  static void write(Path cluster) throws IOException {
    Directories.writePrivate(cluster.resolve("postgresql.conf"), POSTGRESQL_CONF);
    Directories.writePrivate(cluster.resolve("pg_hba.conf"), PG_HBA_CONF);
  }

  /** True where a cluster's files are the ones that would be written. */
  static boolean isCurrent(Path cluster) throws IOException {
    return holds(cluster.resolve("postgresql.conf"), POSTGRESQL_CONF)
        && holds(cluster.resolve("pg_hba.conf"), PG_HBA_CONF);
  }

  private static boolean holds(Path file, String content) throws IOException {
    return Files.exists(file) && Files.readString(file).equals(content);
  }
}
