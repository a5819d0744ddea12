package deskbell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.CrashingServer.Moment;
import deskbell.DoomedServer;
import deskbell.RunningServer;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.handoff.Agent;
import deskbell.handoff.Desk;
import deskbell.handoff.HandoffSettings;
import deskbell.handoff.Hours;
import deskbell.handoff.Moved;
import deskbell.store.PgCrew;
import deskbell.store.PgTickets;
import deskbell.store.TestDatabase;
import deskbell.web.BusEvents;
import deskbell.webchat.ChatClient;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pulls the plug of a server in the middle of a conversation and starts another one on the same
 * database: nothing is lost, nothing doubled, every turn is answered once.
 */
class KillJourneyTest {
  /** A turn left unanswered is taken up after ten seconds; the rest is for a busy machine. */
  private static final Duration TAKEN_UP = Duration.ofSeconds(40);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final String YES = "Yes, cancel it";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final Events EVENTS = new BusEvents(VERTX);

  @TempDir Path data;

  @AfterAll
  static void stop() throws TimeoutException {
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER_ACCEPT, LL20480977, amelia.hart@example.com",
    "BEFORE_COMMIT, LL20481259, priya.nair@example.com",
    "AFTER_SHOP_WRITE, LL20481301, amelia.hart@example.com"
  })
  void an_order_is_cancelled_once_whenever_the_plug_is_pulled(
      Moment moment, String order, String email) throws Exception {
    String token;
    long seen;
    try (var doomed = DoomedServer.start(database, data, moment, YES);
        var shopper = ChatClient.connect(VERTX, doomed.port())) {
      shopper.hello();
      shopper.say("Please cancel my order " + order);
      assertThat(text(shopper.awaitMessage("bot"))).contains("your order");
      shopper.say(email);
      var question = shopper.awaitMessage("bot");
      assertThat(text(question)).contains("Shall I?");
      token = shopper.token();
      seen = question.getLong("seq");
      shopper.send(frame("the-yes", YES));
      doomed.awaitDeath();
    }
    try (var server = RunningServer.on(database, data);
        var shopper = ChatClient.connect(VERTX, server.port())) {
      shopper.resume(token, seen);
      var ack = shopper.say("the-yes", YES);
      assertThat(ack.getLong("seq")).isEqualTo(seen + 1);
      awaitAnswered(shopper.conversation());
      assertThat(text(shopper.awaitMessage(seen + 2))).contains(order + " is cancelled");
      assertThat(whole(server, token))
          .extracting(KillJourneyTest::line)
          .hasSize((int) seen + 2)
          .endsWith("shopper: " + YES, "bot: " + text(shopper.awaitMessage(seen + 2)));
    }
    assertThat(writes(order)).isEqualTo("1");
    assertThat(database.text("SELECT status FROM demo_order WHERE number = '%s'".formatted(order)))
        .isEqualTo("cancelled");
  }

  @ParameterizedTest
  @CsvSource({
    "en, LL20481276, Please cancel my order, tom.ellery@example.com, 'Yes, cancel it', false,"
        + " 'Order LL20481276 is cancelled, as you asked earlier.'",
    "zh, LL20481584, 我要取消订单, zhao.min@example.com, 确认取消, true, 您之前要求取消的订单 LL20481584 已经取消。"
  })
  void what_was_written_to_the_shop_is_told_once_although_a_person_took_over(
      String locale,
      String order,
      String wish,
      String email,
      String yes,
      boolean handedBack,
      String note)
      throws Exception {
    String token;
    String conversation;
    try (var doomed = DoomedServer.start(database, data, Moment.AFTER_SHOP_WRITE, yes);
        var shopper = ChatClient.connect(VERTX, doomed.port())) {
      shopper.hello(new JsonObject().put("locale", locale));
      shopper.say(wish + " " + order);
      shopper.awaitMessage("bot");
      shopper.say(email);
      shopper.awaitMessage("bot");
      token = shopper.token();
      conversation = shopper.conversation();
      shopper.send(frame("the-yes", yes));
      doomed.awaitDeath();
    }
    takeOver(new ConversationId(UUID.fromString(conversation)), handedBack);
    try (var _ = RunningServer.on(database, data)) {
      await(
          "every effect is shown",
          "SELECT count(*) > 0 AND bool_and(shown_at IS NOT NULL) FROM effect"
              + " WHERE conversation = '%s'".formatted(conversation));
    }
    try (var again = RunningServer.on(database, data)) {
      assertThat(whole(again, token))
          .extracting(KillJourneyTest::line)
          .containsOnlyOnce("shopper: " + yes, "system: " + note)
          .endsWith("system: " + note);
    }
    assertThat(writes(order)).isEqualTo("1");
  }

  /** An agent elsewhere takes the conversation, and perhaps gives it back to the bot. */
  private static void takeOver(ConversationId conversation, boolean handBack) {
    var store = database.open(VERTX);
    var desk =
        new Desk(
            new PgTickets(store),
            new PgCrew(store),
            EVENTS,
            () -> Hours.ALWAYS,
            HandoffSettings.DEFAULTS,
            Instant::now);
    var mei = new Agent("Mei", false);
    var taken = (Moved.Done) TestDatabase.await(desk.takeOver(conversation, mei));
    if (handBack) {
      TestDatabase.await(desk.release(conversation, taken.standing().epoch(), mei));
    }
  }

  private static String writes(String order) {
    return database.text(
        "SELECT count(*) FROM demo_ledger WHERE order_number = '%s'".formatted(order));
  }

  @Test
  void what_was_acknowledged_or_sent_again_outlives_a_kill() throws Exception {
    String token;
    try (var doomed = DoomedServer.start(database, data, Moment.NEVER, YES);
        var shopper = ChatClient.connect(VERTX, doomed.port())) {
      shopper.hello();
      shopper.say("a", "How much is delivery?");
      shopper.awaitMessage("bot");
      shopper.say("b", "How do I wash wool?");
      shopper.send(frame("c", "Do you deliver on Sundays?"));
      token = shopper.token();
      doomed.kill();
    }
    try (var server = RunningServer.on(database, data);
        var shopper = ChatClient.connect(VERTX, server.port())) {
      shopper.resume(token, 2);
      assertThat(shopper.say("b", "How do I wash wool?").getLong("seq")).isEqualTo(3);
      shopper.say("c", "Do you deliver on Sundays?");
      awaitAnswered(shopper.conversation());
      var all = whole(server, token);
      assertThat(all).filteredOn(KillJourneyTest::isShoppers).hasSize(3);
      assertThat(all)
          .filteredOn(message -> !isShoppers(message))
          .extracting(message -> textOf(all, message.getLong("inReplyTo")))
          .containsExactly(
              "How much is delivery?", "How do I wash wool?", "Do you deliver on Sundays?");
    }
  }

  private static JsonObject frame(String id, String text) {
    return new JsonObject().put("type", "say").put("id", id).put("text", text);
  }

  private static void awaitAnswered(String conversation) {
    await(
        "every turn is answered",
        "SELECT turn = answered FROM conversation WHERE id = '%s'".formatted(conversation));
  }

  private static void await(String wish, String query) {
    var limit = Instant.now().plus(TAKEN_UP);
    while (!"t".equals(database.text(query))) {
      assertThat(Instant.now()).as(wish).isBefore(limit);
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  /** The conversation as somebody reads it who has nothing of it; numbered without gaps. */
  private static List<JsonObject> whole(RunningServer server, String token) {
    try (var reader = ChatClient.connect(VERTX, server.port())) {
      var newest = reader.resume(token, 0).getLong("seq");
      reader.awaitMessage(newest);
      var all = reader.messages();
      assertThat(all)
          .extracting(message -> message.getLong("seq"))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, newest).boxed().toList());
      return all;
    }
  }

  private static String textOf(List<JsonObject> all, long seq) {
    return text(all.get((int) seq - 1));
  }

  private static boolean isShoppers(JsonObject message) {
    return "shopper".equals(message.getString("from"));
  }

  private static String line(JsonObject message) {
    return message.getString("from") + ": " + text(message);
  }

  private static String text(JsonObject message) {
    return message.getString("text");
  }
}
