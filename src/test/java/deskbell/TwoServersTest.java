package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.StandingServer.Moment;
import deskbell.store.TestDatabase;
import deskbell.webchat.ChatClient;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two whole servers run on one database, without a bus between them; one loses its process in the
 * middle of two conversations, and both go on at the other one: a flow whose turn was accepted and
 * not answered, and a talk with an agent who sits at the other server.
 */
class TwoServersTest {
  private static final String ORDER = "LL20480977";
  private static final String EMAIL = "amelia.hart@example.com";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path data;
  @TempDir Path otherData;

  @AfterAll
  static void stop() throws TimeoutException {
    HTTP.close();
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void what_one_server_began_goes_on_at_the_other_when_it_is_lost() throws Exception {
    try (var stays = RunningServer.on(database, data);
        var dies = DoomedServer.start(database, otherData);
        var helped = ChatClient.connect(VERTX, dies.port());
        var cancels = ChatClient.connect(VERTX, dies.port())) {
      helped.hello();
      helped.send(JsonObject.of("type", "human", "id", "h1"));
      assertThat(text(helped.awaitMessage("bot"))).contains("person");
      var agent = new AtDesk(stays, helped.conversation());
      agent.replies("r1", "Hello, which lamp is it?");
      helped.send(JsonObject.of("type", "ping"));
      assertThat(text(helped.awaitMessage("agent"))).isEqualTo("Hello, which lamp is it?");

      cancels.hello();
      cancels.say("Please cancel my order " + ORDER);
      var asked = cancels.awaitMessage("bot");
      cancels.send(JsonObject.of("type", "say", "id", Moment.AFTER_ACCEPT.name(), "text", EMAIL));
      dies.awaitStandstill(cancels.conversation());
      dies.kill();
      letItBeOld(cancels.conversation());

      try (var there = ChatClient.connect(VERTX, stays.port())) {
        there.resume(cancels.token(), 0);
        var question = there.awaitMessage(asked.getLong("seq") + 2);
        assertThat(text(question)).contains(ORDER, "Shall I?");
        there.send(
            JsonObject.of(
                "type", "choose", "id", "yes", "message", question.getLong("seq"), "value", "yes"));
        var last = there.awaitMessage(question.getLong("seq") + 2);
        assertThat(text(last)).contains(ORDER + " is cancelled");
        assertThat(there.messages())
            .extracting(message -> message.getLong("seq"))
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, last.getLong("seq")).boxed().toList());
      }
      try (var there = ChatClient.connect(VERTX, stays.port())) {
        assertThat(there.resume(helped.token(), 0).getString("mode")).isEqualTo("human");
        assertThat(text(there.awaitMessage("agent"))).isEqualTo("Hello, which lamp is it?");
        there.say("The one in the hall");
        assertThat(agent.hears("shopper")).isEqualTo("The one in the hall");
        agent.replies("r2", "A bulb is on its way.");
        assertThat(text(there.awaitMessage("agent"))).isEqualTo("A bulb is on its way.");
      }
      agent.close();
    }
    assertThat(
            database.text("SELECT count(*) FROM demo_ledger WHERE order_number = '" + ORDER + "'"))
        .isEqualTo("1");
  }

  /** A turn is taken up when it is ten seconds old, which it need not be by waiting. */
  private static void letItBeOld(String conversation) {
    database.execute(
        "UPDATE message SET at = at - interval '10 seconds' WHERE conversation = '%s'"
            .formatted(conversation));
  }

  private static String text(JsonObject message) {
    return message.getString("text");
  }

  /** An agent who has taken a conversation over and has it open. */
  private static final class AtDesk {
    private final Wire wire;
    private final String conversation;
    private final long epoch;

    AtDesk(RunningServer server, String conversation) {
      this.conversation = conversation;
      var first = server.firstSignIn();
      var agent = Caller.nobody(HTTP, server).signedIn(first.name(), first.password());
      var csrf = agent.headers().get("X-CSRF-Token");
      wire = Wire.open(HTTP, server, "/desk", "Cookie", agent.headers().get("Cookie"));
      wire.send(JsonObject.of("type", "hello", "csrf", csrf).encode());
      wire.next("welcome");
      epoch =
          agent
              .done("POST", "/api/conversations/%s/takeover".formatted(conversation), "{}")
              .path("epoch")
              .asLong();
      wire.send(JsonObject.of("type", "watch", "conversation", conversation, "after", 0).encode());
    }

    void replies(String id, String text) {
      wire.send(
          JsonObject.of(
                  "type",
                  "reply",
                  "conversation",
                  conversation,
                  "id",
                  id,
                  "epoch",
                  epoch,
                  "text",
                  text)
              .encode());
      wire.next("ack");
    }

    /** What the next message says that is from these. */
    String hears(String sender) {
      while (true) {
        var message = wire.next("message");
        if (sender.equals(message.path("from").asText())) {
          return message.path("text").asText();
        }
      }
    }

    void close() {
      wire.close();
    }
  }
}
