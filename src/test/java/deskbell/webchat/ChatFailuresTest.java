package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.Waiting;
import deskbell.answering.Accepted;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.Typing;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import deskbell.conversation.Sender;
import deskbell.conversation.Unavailable;
import deskbell.store.PgConversations;
import deskbell.store.PgSessions;
import deskbell.store.TestDatabase;
import deskbell.web.WebSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens when the store is slow, away, or leaves open whether it has stored something. */
class ChatFailuresTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AtomicInteger LOST_ANSWERS = new AtomicInteger();
  private static final AtomicInteger READ = new AtomicInteger();
  private static final AtomicInteger LOST_READINGS = new AtomicInteger();
  private static ChatServer server;

  @BeforeAll
  static void start() {
    var vertx = Vertx.vertx();
    var open = database.open(vertx);
    server =
        ChatServer.start(
            vertx,
            WebSettings.DEFAULTS,
            TestSettings.open(),
            new Forgetful(new PgSessions(open), LOST_READINGS),
            new Silent(new PgConversations(open), LOST_ANSWERS));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ChatClient greeted() {
    var client = server.connect();
    client.hello();
    return client;
  }

  @Test
  void a_commit_whose_outcome_is_unknown_is_looked_up_and_acknowledged_once() {
    var client = greeted();
    LOST_ANSWERS.set(2);

    var ack = client.say("a1", "silence");

    assertThat(ack.getLong("seq")).isEqualTo(1);
    assertThat(client.awaitMessage(1).getString("text")).isEqualTo("silence");
    assertThat(client.say("silence").getLong("seq")).isEqualTo(2);
  }

  @Test
  void a_store_that_stays_away_is_an_error_with_a_pause_and_resending_is_harmless() {
    var client = greeted();
    LOST_ANSWERS.set(3);

    client.send(JsonObject.of("type", "say", "id", "a1", "text", "silence"));
    var error = client.awaitError("unavailable");

    assertThat(error)
        .isEqualTo(
            JsonObject.of(
                "type", "error",
                "code", "unavailable",
                "message", "the database does not answer",
                "id", "a1",
                "retryAfterSeconds", 2));
    assertThat(client.say("a1", "silence").getLong("seq")).isEqualTo(1);
    client.awaitMessage(1);
    assertThat(client.say("silence").getLong("seq")).isEqualTo(2);
  }

  @Test
  void messages_that_could_not_be_read_come_later() {
    var first = greeted();
    first.say("silence");
    first.awaitMessage(1);
    LOST_READINGS.set(1);

    var second = server.connect();
    second.resume(first.token(), 0);

    second.awaitMessage(1);
  }

  @Test
  void events_that_come_twice_or_out_of_order_or_not_at_all_leave_no_gap_and_no_double() {
    var client = greeted();
    var id = ConversationId.parse(client.conversation());
    client.say("silence");
    var first = stored(id, 1);
    database.execute(
        """
        UPDATE conversation SET seq = 4 WHERE id = '%1$s';
        INSERT INTO message (conversation, seq, sender, text)
        SELECT '%1$s', n, 'agent', 'number ' || n FROM generate_series(2, 4) AS n;
        """
            .formatted(id));
    server.events.publish(new Appended(id, List.of(first)));
    server.events.publish(new Appended(id, List.of(stored(id, 4))));
    server.events.publish(new Appended(id, List.of(stored(id, 2), stored(id, 3))));
    server.events.publish(new Appended(id, List.of(first)));
    client.say("silence");

    client.awaitMessage(5);
    assertThat(client.messages().stream().map(message -> message.getLong("seq")))
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void for_a_slow_reader_messages_wait_in_the_store_and_none_is_missed() {
    var client = greeted();
    var id = ConversationId.parse(client.conversation());
    client.await("status");
    client.pause();
    // 30 MB for a socket that may have 16 KiB waiting; the network itself holds some megabytes
    var many = 3_000;
    database.execute(
        """
        UPDATE conversation SET seq = %2$d WHERE id = '%1$s';
        INSERT INTO message (conversation, seq, sender, text)
        SELECT '%1$s', n, 'bot', repeat('%3$s', 10000) FROM generate_series(1, %2$d) AS n;
        """
            .formatted(id, many, "x"));
    server.events.publish(new Appended(id, List.of(stored(id, many))));
    for (var i = 0; i < 100; i++) {
      server.events.publish(new Typing(id, Sender.AGENT, i % 2 == 0));
    }
    var other = greeted();
    assertThat(other.say("silence").getLong("seq")).isEqualTo(1);
    Waiting.whileChanging(READ::get);
    assertThat(READ.get()).isLessThan(many);

    client.goOn();

    client.awaitMessage(many);
    assertThat(client.messages().stream().map(message -> message.getLong("seq")))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, many).boxed().toList());
  }

  private static JsonObject afterPing(ChatClient client) {
    client.send(JsonObject.of("type", "ping"));
    return client.await(frame -> List.of("pong", "error").contains(frame.getString("type")));
  }

  @Test
  void a_conversation_that_is_gone_is_told_so() {
    var client = greeted();
    database.execute("DELETE FROM conversation WHERE id = '%s'".formatted(client.conversation()));

    assertThat(afterPing(client).getString("code")).isEqualTo("conversation_closed");
    client.send(JsonObject.of("type", "say", "id", "a", "text", "silence"));

    assertThat(client.awaitError("conversation_closed").getString("id")).isEqualTo("a");
  }

  private static Message stored(ConversationId id, long seq) {
    return TestDatabase.await(server.chat.sessions().after(id, seq - 1, 1)).getFirst();
  }

  /** Stores, but loses some of the answers on the way. */
  private record Silent(PgConversations store, AtomicInteger lost)
      implements ForwardingConversations {
    @Override
    public Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask) {
      return store.accept(conversation, clientId, ask).compose(done -> lose(lost, done));
    }
  }

  /** Cannot read now and then. */
  private record Forgetful(PgSessions store, AtomicInteger lost) implements ForwardingSessions {
    @Override
    public Future<List<Message>> after(ConversationId conversation, long after, int limit) {
      return store
          .after(conversation, after, limit)
          .onSuccess(messages -> READ.addAndGet(messages.size()))
          .compose(done -> lose(lost, done));
    }
  }

  private static <T> Future<T> lose(AtomicInteger lost, T done) {
    return lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0
        ? Future.failedFuture(new Unavailable("the database does not answer"))
        : Future.succeededFuture(done);
  }
}
