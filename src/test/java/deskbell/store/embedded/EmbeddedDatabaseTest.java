package deskbell.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  private static final Path BINARIES = Path.of("target", "test-postgresql", "binaries");

  @TempDir Path directory;

  /** Whatever a failed test leaves running ends here. */
  @AfterEach
  void stop() throws Exception {
    if (Files.exists(cluster())) {
      new Cluster(PostgresBinaries.unpackedIn(BINARIES), settings()).stop();
    }
  }

  @Test
  void it_is_durable_closed_and_of_one_locale() throws Exception {
    try (var database = EmbeddedDatabase.open(settings());
        var connection = connect(database.access(), database.access().password())) {
      assertThat(text(connection, "SHOW fsync")).isEqualTo("on");
      assertThat(text(connection, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(text(connection, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(text(connection, "SHOW password_encryption")).isEqualTo("scram-sha-256");
      assertThat(text(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(text(connection, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(
              text(
                  connection,
                  "SELECT datcollate || ' ' || datctype || ' ' || datlocale FROM pg_database"
                      + " WHERE datname = current_database()"))
          .isEqualTo("C.UTF-8 C.UTF-8 C.UTF-8");
      assertThat(text(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("f");
      assertThat(trigramsOfChinese(database)).isPositive();
    }
  }

  @Test
  void nobody_gets_in_without_the_password() {
    try (var database = EmbeddedDatabase.open(settings())) {
      for (var access : new Access[] {database.access(), database.administrator()}) {
        assertThatThrownBy(() -> connect(access, "wrong"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> connect(access, ""))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password");
      }
      assertThat(database.access().toString()).doesNotContain(database.access().password());
    }
  }

  @Test
  void where_nothing_can_be_written_it_is_said_what_has_to_be_written_to() throws Exception {
    var file = Files.writeString(directory.resolve("file"), "no folder");
    assertThatThrownBy(() -> EmbeddedDatabase.open(EmbeddedSettings.in(file.resolve("postgresql"))))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("the embedded database in " + file)
        .hasMessageEndingWith("it lies in --data, where Deskbell must be able to write");
  }

  @Test
  void data_of_another_major_version_is_left_alone_and_the_way_out_is_told() throws Exception {
    EmbeddedDatabase.open(settings()).close();
    var version = cluster().resolve("PG_VERSION");
    assertThat(version).hasContent(Cluster.MAJOR);
    Files.writeString(version, "17\n");
    assertThatThrownBy(() -> EmbeddedDatabase.open(settings()))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith(
            cluster() + " holds the data of PostgreSQL 17, this Deskbell has 18: take a backup")
        .hasMessageContaining("Upgrading PostgreSQL");
    Files.writeString(version, Cluster.MAJOR + "\n");
    EmbeddedDatabase.open(settings()).close();
  }

  @Test
  void passwords_and_port_are_for_their_owner_alone() throws Exception {
    try (var _ = EmbeddedDatabase.open(settings())) {
      assertThat(mode("passwords.properties")).isEqualTo("rw-------");
      assertThat(mode("port")).isEqualTo("rw-------");
      assertThat(mode("")).isEqualTo("rwx------");
    }
    assertThat(directory.resolve("port")).doesNotExist();
    assertThat(Postmaster.on(cluster())).isEmpty();
  }

  @Test
  void data_is_kept_between_starts() throws Exception {
    try (var database = EmbeddedDatabase.open(settings())) {
      execute(database, "CREATE TABLE kept AS SELECT 1 AS n");
    }
    try (var database = EmbeddedDatabase.open(settings());
        var connection = connect(database.access(), database.access().password())) {
      assertThat(text(connection, "SELECT n FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void a_second_process_is_a_guest_and_stops_nothing() throws Exception {
    assertThat(EmbeddedDatabase.openRunning(settings())).isEmpty();
    try (var owner = EmbeddedDatabase.open(settings())) {
      try (var guest = EmbeddedDatabase.open(settings())) {
        assertThat(guest.owner()).isFalse();
        assertThat(guest.access()).isEqualTo(owner.access());
      }
      assertThat(EmbeddedDatabase.openRunning(settings()).orElseThrow().access())
          .isEqualTo(owner.access());
      execute(owner, "SELECT 1");
    }
  }

  @Test
  void what_a_killed_owner_left_running_is_taken_over() throws Exception {
    var left = startAndDie();
    try (var database = EmbeddedDatabase.open(settings())) {
      assertThat(database.owner()).isTrue();
      assertThat(Postmaster.on(cluster()).orElseThrow().pid()).isEqualTo(left);
      execute(database, "SELECT 1");
    }
    assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void what_was_left_running_otherwise_configured_is_stopped_in_order() throws Exception {
    var left = startAndDie();
    var configuration = cluster().resolve("postgresql.conf");
    Files.writeString(configuration, Files.readString(configuration) + "work_mem = '1MB'\n");
    try (var database = EmbeddedDatabase.open(settings())) {
      assertThat(Postmaster.on(cluster()).orElseThrow().pid()).isNotEqualTo(left);
      execute(database, "SELECT 1");
    }
    assertThat(Files.readString(log())).contains("database system is shut down");
  }

  @Test
  void a_killed_postgresql_recovers_although_its_number_belongs_to_another_now() throws Exception {
    var left = startAndDie();
    ProcessHandle.of(left).orElseThrow().destroyForcibly();
    ProcessHandle.of(left).map(ProcessHandle::onExit).orElseThrow().get(20, TimeUnit.SECONDS);
    var pidFile = cluster().resolve("postmaster.pid");
    var ours = Long.toString(ProcessHandle.current().pid());
    Files.writeString(pidFile, Files.readString(pidFile).replaceFirst(Long.toString(left), ours));
    try (var database = EmbeddedDatabase.open(settings())) {
      execute(database, "SELECT 1");
    }
  }

  @Test
  void a_lost_password_file_is_named() throws Exception {
    startAndDie();
    Files.delete(directory.resolve("passwords.properties"));
    assertThatThrownBy(() -> EmbeddedDatabase.open(settings()))
        .hasMessageContaining("refuses the password that is kept in its directory");
  }

  /** Starts PostgreSQL as an owner does and leaves it, as a SIGKILL of the owner would. */
  private long startAndDie() throws IOException {
    Directories.createPrivate(directory);
    var passwords = Passwords.in(directory.resolve("passwords.properties"));
    var cluster = new Cluster(PostgresBinaries.unpackedIn(BINARIES), settings());
    cluster.create(passwords);
    return cluster.start().pid();
  }

  private EmbeddedSettings settings() {
    return new EmbeddedSettings(
        directory, BINARIES, Duration.ofSeconds(60), EmbeddedSettings.STOP_LIMIT);
  }

  private Path cluster() {
    return directory.resolve("cluster");
  }

  private Path log() throws IOException {
    try (var files = Files.list(directory.resolve("log"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("postgresql-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
  }

  private static int trigramsOfChinese(EmbeddedDatabase database) throws SQLException {
    execute(database, "CREATE EXTENSION pg_trgm");
    try (var connection = connect(database.access(), database.access().password())) {
      return Integer.parseInt(text(connection, "SELECT cardinality(show_trgm('退货政策'))"));
    }
  }

  private static void execute(EmbeddedDatabase database, String statement) throws SQLException {
    try (var connection = connect(database.access(), database.access().password());
        var plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  private static Connection connect(Access access, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(access.host(), access.port(), access.database()),
        access.user(),
        password);
  }
}
