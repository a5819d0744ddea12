package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.conversation.Ask;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
  void an_unreachable_server_is_unavailable() {
    var nowhere =
        DatabaseSettings.at(
            new DatabaseLocation.Server(
                Endpoint.parse("postgresql://user:secret@127.0.0.1:1/shop?sslmode=disable")));
    Future<Database> opened = Database.open(vertx, nowhere);
    assertThatThrownBy(() -> TestDatabase.await(opened))
        .isInstanceOf(Unavailable.class)
        .hasMessageNotContaining("secret");
  }
}
