package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.conversation.Ask;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();

  @AfterAll
  static void stop() throws Exception {
    vertx.close().await(10, SECONDS);
  }

  @Test
  void an_open_database_is_ready() {
    var open = database.open(vertx);
    assertThat(TestDatabase.await(open.ready())).isNull();
    assertThat(open.connections()).isPositive();
    assertThat(open.ownsEmbedded()).isFalse();
  }

  @Test
  void a_statement_over_its_limit_is_unavailable() {
    var hasty =
        TestDatabase.await(
            Database.open(vertx, database.settings().withStatementLimit(Duration.ofMillis(200))));
    assertThatThrownBy(
            () -> TestDatabase.await(hasty.call(c -> c.query("SELECT pg_sleep(20)").execute())))
        .isInstanceOf(Unavailable.class);
    TestDatabase.await(hasty.close());
  }

  @Test
  void a_database_that_is_gone_is_unavailable_and_serves_again_once_it_is_back() {
    var open = database.open(vertx);
    var conversations = new PgConversations(open);
    var id = database.conversation();
    assertThat(TestDatabase.await(conversations.accept(id, "a", new Ask.Say("before"))))
        .isInstanceOf(Accepted.Stored.class);

    database.refuseConnections(true);
    assertThatThrownBy(() -> TestDatabase.await(open.ready())).isInstanceOf(Unavailable.class);
    assertThatThrownBy(
            () -> TestDatabase.await(conversations.accept(id, "b", new Ask.Say("during"))))
        .isInstanceOf(Unavailable.class);

    database.refuseConnections(false);
    TestDatabase.await(open.ready());
    var after = TestDatabase.await(conversations.accept(id, "c", new Ask.Say("after")));
    assertThat(((Accepted.Stored) after).message().seq()).isEqualTo(2);
  }

  @Test
  void a_server_that_cannot_be_reached_is_named_without_its_password() {
    refused(
        Endpoint.parse("postgresql://user:secret@127.0.0.1:1/shop?sslmode=disable"),
        "the database at 127.0.0.1:1 cannot be reached"
            + " (postgresql://user:***@127.0.0.1:1/shop?sslmode=disable): ConnectException:"
            + " Connection refused; start PostgreSQL there or correct --database");
    refused(
        Endpoint.parse("postgresql://user:secret@nowhere.invalid/shop"),
        "the database at nowhere.invalid:5432 cannot be reached"
            + " (postgresql://user:***@nowhere.invalid:5432/shop?sslmode=prefer):"
            + " UnknownHostException: nowhere.invalid; start PostgreSQL there or correct"
            + " --database");
  }

  @Test
  void a_server_that_starts_is_waited_for() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var opened = Database.open(vertx, at(port).withStartWait(Duration.ofSeconds(30)));
    Thread.sleep(1_500);
    assertThat(opened.isComplete()).isFalse();
    var starting = new StartingServer(vertx, database.endpoint(), 2);
    TestDatabase.await(starting.listen(port));
    var open = TestDatabase.await(opened);
    assertThat(TestDatabase.await(open.ready())).isNull();
    assertThat(starting.refused()).isEqualTo(2);
    TestDatabase.await(open.close());
  }

  @Test
  void a_server_that_does_not_come_is_named_with_how_long_it_was_waited_for() {
    var opened = Database.open(vertx, at(1).withStartWait(Duration.ofSeconds(2)));
    assertThatThrownBy(() -> TestDatabase.await(opened))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("the database at 127.0.0.1:1 cannot be reached")
        .hasMessageEndingWith("; it was waited for 2 s (--database-wait)");
  }

  @Test
  void a_wrong_name_is_not_waited_for() {
    var lost =
        DatabaseSettings.at(new DatabaseLocation.Server(database.endpoint().to("lost")))
            .withStartWait(Duration.ofHours(1));
    assertThatThrownBy(() -> TestDatabase.await(Database.open(vertx, lost)))
        .hasMessageStartingWith("the database lost does not exist at ");
  }

  /** This class's database, by another port. */
  private static DatabaseSettings at(int port) {
    var it = database.endpoint();
    return DatabaseSettings.at(
        new DatabaseLocation.Server(
            new Endpoint(
                "127.0.0.1", port, it.database(), it.user(), it.password(), "disable", "")));
  }

  @Test
  void a_server_that_lets_nobody_in_is_told_from_one_that_is_not_there() {
    var right = database.endpoint();
    var at = right.host() + ":" + right.port();
    refused(right.to("lost"), "the database lost does not exist at " + at);
    refused(
        Endpoint.parse(
            "postgresql://%s:wrong@%s/%s?sslmode=disable"
                .formatted(right.user(), at, right.database())),
        "the database at %s refuses the user %s: ".formatted(at, right.user()));
  }

  private static void refused(Endpoint endpoint, String because) {
    var settings = DatabaseSettings.at(new DatabaseLocation.Server(endpoint));
    Future<Database> opened = Database.open(vertx, settings);
    assertThatThrownBy(() -> TestDatabase.await(opened))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith(because)
        .hasMessageNotContaining("secret");
  }
}
