package deskbell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.DoomedServer;
import deskbell.RunningServer;
import deskbell.StandingServer.Moment;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a server in the middle of six conversations, each at another moment, and starts another one
 * on the same database: nothing is lost, nothing doubled, every turn is answered once.
 */
class KillJourneyTest {
  /** A busy machine takes its time. */
  private static final Duration TAKEN_UP = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final String YES = "Yes, cancel it";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final Events EVENTS = new BusEvents(VERTX);

  @TempDir static Path data;
  @TempDir static Path otherData;

  private static final Map<Moment, Cancelling> CANCELLED = new EnumMap<>(Moment.class);
  private static Cancelling takenOver;
  private static Cancelling handedBack;
  private static String asking;
  private static RunningServer server;

  /** A conversation in which an order is about to be cancelled. */
  private record Cancelling(
      String order, String yes, String token, String conversation, long seen) {}

  @BeforeAll
  static void kill_a_server_and_start_its_successor() throws Exception {
    var shoppers = new ArrayList<ChatClient>();
    try (var doomed = DoomedServer.start(database, data)) {
      for (var moment : Moment.values()) {
        CANCELLED.put(moment, agreed(shopper(doomed, shoppers), doomed, moment));
      }
      takenOver =
          agreed(
              shopper(doomed, shoppers),
              doomed,
              "LL20481276",
              "tom.ellery@example.com",
              Moment.AFTER_SHOP_WRITE);
      handedBack = agreedInChinese(shopper(doomed, shoppers), doomed);
      asking = asked(shopper(doomed, shoppers));
      doomed.kill();
    } finally {
      shoppers.forEach(ChatClient::close);
    }
    takeOver(takenOver, false);
    takeOver(handedBack, true);
    server = RunningServer.on(database, data);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    if (server != null) {
      server.close();
    }
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  /** Somebody whose line stays open until the server is dead. */
  private static ChatClient shopper(DoomedServer doomed, List<ChatClient> all) {
    var shopper = ChatClient.connect(VERTX, doomed.port());
    all.add(shopper);
    return shopper;
  }

  private static Cancelling agreed(ChatClient shopper, DoomedServer doomed, Moment moment) {
    return switch (moment) {
      case AFTER_ACCEPT -> agreed(shopper, doomed, "LL20480977", "amelia.hart@example.com", moment);
      case BEFORE_COMMIT -> agreed(shopper, doomed, "LL20481259", "priya.nair@example.com", moment);
      case AFTER_SHOP_WRITE ->
          agreed(shopper, doomed, "LL20481301", "amelia.hart@example.com", moment);
    };
  }

  /** Somebody asks for an order to be cancelled, up to the yes that stands still at this moment. */
  private static Cancelling agreed(
      ChatClient shopper, DoomedServer doomed, String order, String email, Moment moment) {
    shopper.hello();
    shopper.say("Please cancel my order " + order);
    assertThat(text(shopper.awaitMessage("bot"))).contains("your order");
    shopper.say(email);
    var question = shopper.awaitMessage("bot");
    assertThat(text(question)).contains("Shall I?");
    return stopped(shopper, doomed, order, YES, question.getLong("seq"), moment);
  }

  private static Cancelling agreedInChinese(ChatClient shopper, DoomedServer doomed) {
    var order = "LL20481584";
    shopper.hello(new JsonObject().put("locale", "zh"));
    shopper.say("我要取消订单 " + order);
    shopper.awaitMessage("bot");
    shopper.say("zhao.min@example.com");
    var seen = shopper.awaitMessage("bot").getLong("seq");
    return stopped(shopper, doomed, order, "确认取消", seen, Moment.AFTER_SHOP_WRITE);
  }

  private static Cancelling stopped(
      ChatClient shopper, DoomedServer doomed, String order, String yes, long seen, Moment moment) {
    shopper.send(frame(moment.name(), yes));
    doomed.awaitStandstill(shopper.conversation());
    return new Cancelling(order, yes, shopper.token(), shopper.conversation(), seen);
  }

  /** Three questions, one of which is answered and one perhaps not even acknowledged. */
  private static String asked(ChatClient shopper) {
    shopper.hello();
    shopper.say("a", "How much is delivery?");
    shopper.awaitMessage("bot");
    shopper.say("b", "How do I wash wool?");
    shopper.send(frame("c", "Do you deliver on Sundays?"));
    return shopper.token();
  }

  @ParameterizedTest
  @EnumSource
  void an_order_is_cancelled_once_whenever_the_plug_is_pulled(Moment moment) {
    var cancelling = CANCELLED.get(moment);
    var seen = cancelling.seen();
    try (var shopper = ChatClient.connect(VERTX, server.port())) {
      shopper.resume(cancelling.token(), seen);
      var ack = shopper.say(moment.name(), YES);
      assertThat(ack.getLong("seq")).isEqualTo(seen + 1);
      awaitAnswered(shopper.conversation());
      assertThat(text(shopper.awaitMessage(seen + 2)))
          .contains(cancelling.order() + " is cancelled");
      assertThat(whole(server, cancelling.token()))
          .extracting(KillJourneyTest::line)
          .hasSize((int) seen + 2)
          .endsWith("shopper: " + YES, "bot: " + text(shopper.awaitMessage(seen + 2)));
    }
    assertThat(writes(cancelling.order())).isEqualTo("1");
    assertThat(
            database.text(
                "SELECT status FROM demo_order WHERE number = '%s'".formatted(cancelling.order())))
        .isEqualTo("cancelled");
  }

  @Test
  void what_was_written_to_the_shop_is_told_once_although_a_person_took_over() throws Exception {
    for (var cancelling : List.of(takenOver, handedBack)) {
      await(
          "every effect is shown",
          "SELECT count(*) > 0 AND bool_and(shown_at IS NOT NULL) FROM effect"
              + " WHERE conversation = '%s'".formatted(cancelling.conversation()));
    }
    try (var again = RunningServer.on(database, otherData)) {
      assertTold(again, takenOver, "Order LL20481276 is cancelled, as you asked earlier.");
      assertTold(again, handedBack, "您之前要求取消的订单 LL20481584 已经取消。");
    }
  }

  private static void assertTold(RunningServer server, Cancelling cancelling, String note) {
    assertThat(whole(server, cancelling.token()))
        .extracting(KillJourneyTest::line)
        .containsOnlyOnce("shopper: " + cancelling.yes(), "system: " + note)
        .endsWith("system: " + note);
    assertThat(writes(cancelling.order())).isEqualTo("1");
  }

  @Test
  void what_was_acknowledged_or_sent_again_outlives_a_kill() {
    try (var shopper = ChatClient.connect(VERTX, server.port())) {
      shopper.resume(asking, 2);
      assertThat(shopper.say("b", "How do I wash wool?").getLong("seq")).isEqualTo(3);
      shopper.say("c", "Do you deliver on Sundays?");
      awaitAnswered(shopper.conversation());
      var all = whole(server, asking);
      assertThat(all).filteredOn(KillJourneyTest::isShoppers).hasSize(3);
      assertThat(all)
          .filteredOn(message -> !isShoppers(message))
          .extracting(message -> textOf(all, message.getLong("inReplyTo")))
          .containsExactly(
              "How much is delivery?", "How do I wash wool?", "Do you deliver on Sundays?");
    }
  }

  /**
   * An agent elsewhere takes the conversation, and perhaps gives it back to the bot. The write was
   * made long enough ago to be looked after, which it need not be by waiting.
   */
  private static void takeOver(Cancelling cancelling, boolean handBack) {
    var conversation = new ConversationId(UUID.fromString(cancelling.conversation()));
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
    database.execute(
        "UPDATE effect SET begun_at = begun_at - interval '10 seconds' WHERE conversation = '%s'"
            .formatted(conversation));
  }

  private static String writes(String order) {
    return database.text(
        "SELECT count(*) FROM demo_ledger WHERE order_number = '%s'".formatted(order));
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
