package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TurnRateTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();

  @AfterAll
  static void stop() throws Exception {
    vertx.close().await(10, SECONDS);
  }

  @Test
  void both_kinds_of_turn_are_taken_and_counted() {
    var bare = TestDatabase.await(BareTurn.prepared(database.open(vertx)));
    assertThat(TestDatabase.await(bare.run(40, 4))).isPositive();
    assertThat(database.text("SELECT count(*) || ' ' || max(seq) FROM bare_turn.message"))
        .isEqualTo("80 20");
    TestDatabase.await(bare.remove());
    assertThat(database.text("SELECT to_regclass('bare_turn.message')")).isNull();

    assertThat(TestDatabase.await(new StoredTurn(database.open(vertx)).run(40, 4))).isPositive();
    assertThat(database.text("SELECT count(*) || ' ' || max(seq) FROM message")).isEqualTo("80 20");
  }

  @Test
  void fewer_turns_than_conversations_are_refused() {
    var turns = new StoredTurn(database.open(vertx));
    assertThatThrownBy(() -> turns.run(3, 4))
        .isInstanceOf(Invalid.class)
        .hasMessage("turns are 3; at least one for each of 4 conversations");
  }
}
