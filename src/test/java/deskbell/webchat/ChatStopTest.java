package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.store.PgConversations;
import deskbell.store.PgSessions;
import deskbell.store.TestDatabase;
import deskbell.web.WebSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatStopTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void widgets_are_sent_away_to_come_back_and_go_on_at_the_next_server() {
    String token;
    try (var server = ChatServer.start(database, TestSettings.open())) {
      var client = server.connect();
      client.hello();
      client.say("before");
      client.awaitMessage("bot");
      token = client.token();

      server.stop();

      var error = client.awaitError("server_stopping");
      assertThat(error.getInteger("retryAfterSeconds")).isBetween(1, 5);
      assertThat(client.awaitClose()).isEqualTo(1012);
      assertThatThrownBy(server::connect).hasMessageContaining("Connection refused");
    }
    try (var server = ChatServer.start(database, TestSettings.open())) {
      var client = server.connect();
      client.resume(token, 1);
      client.awaitMessage(2);
      assertThat(client.say("after").getLong("seq")).isEqualTo(3);
    }
  }

  @Test
  void a_frame_at_hand_is_answered_before_its_socket_closes() throws InterruptedException {
    var vertx = Vertx.vertx();
    var open = database.open(vertx);
    var slow = new Slow(new PgConversations(open), new CountDownLatch(1), Promise.promise());
    try (var server =
        ChatServer.start(
            vertx, WebSettings.DEFAULTS, TestSettings.open(), new PgSessions(open), slow)) {
      var client = server.connect();
      client.hello();
      client.send(JsonObject.of("type", "say", "id", "a", "text", "silence"));
      assertThat(slow.begun.await(10, TimeUnit.SECONDS)).isTrue();

      var stopped = CompletableFuture.runAsync(server::stop);
      slow.gate.complete();

      assertThat(client.await("ack").getLong("seq")).isEqualTo(1);
      client.awaitError("server_stopping");
      assertThat(client.awaitClose()).isEqualTo(1012);
      stopped.orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  @Test
  void two_servers_on_one_database_share_a_conversation() {
    try (var here = ChatServer.start(database, TestSettings.open());
        var there = ChatServer.start(database, TestSettings.open())) {
      var first = here.connect();
      first.hello();
      first.say("one");
      first.awaitMessage(2);
      var second = there.connect();
      second.resume(first.token(), 0);
      second.awaitMessage(2);
      second.say("two");
      second.awaitMessage(4);

      // no event travels between these two; a ping finds what was missed
      first.send(JsonObject.of("type", "ping"));

      first.awaitMessage(4);
      assertThat(first.messages().stream().map(message -> message.getLong("seq")))
          .containsExactly(1L, 2L, 3L, 4L);
    }
  }

  /** Answers nothing until the gate opens. */
  private record Slow(PgConversations store, CountDownLatch begun, Promise<Void> gate)
      implements ForwardingConversations {
    @Override
    public Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask) {
      begun.countDown();
      return gate.future().compose(open -> store.accept(conversation, clientId, ask));
    }
  }
}
