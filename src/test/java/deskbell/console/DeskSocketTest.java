package deskbell.console;

import static deskbell.Waiting.until;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.answering.Committed;
import deskbell.console.account.AccountName;
import deskbell.console.account.Role;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Mode;
import deskbell.conversation.Seen;
import deskbell.conversation.Sender;
import deskbell.store.TestDatabase;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk's socket. Long because every frame of its contract is tried on one server. */
class DeskSocketTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** As in a shop, but in a hurry. */
  private static final DeskSettings HASTY =
      new DeskSettings(
          1024 * 1024,
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(75),
          Duration.ofSeconds(1),
          200,
          Duration.ofSeconds(10),
          3,
          20,
          2,
          256 * 1024,
          Duration.ofSeconds(5));

  private static DeskServer server;
  private static DeskPerson mia;
  private static DeskPerson tom;

  @BeforeAll
  static void start() {
    server = DeskServer.start(database, HASTY);
    mia = server.signedIn("Mia", Role.AGENT);
    tom = server.signedIn("Tom", Role.AGENT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void leave_the_desk() {
    DeskClient.closeAll();
  }

  @Test
  void only_agents_from_the_desks_own_page_get_a_socket() {
    var editor = server.signedIn("Eve", Role.EDITOR);
    refused(server.nobody(), 401);
    refused(editor, 403);
    refused(mia.with("Origin", "https://evil.example"), 403);
    refused(mia.with("Origin", "https://shop.example"), 403);
    var own = mia.with("Origin", "http://localhost:" + server.port());
    assertThat(own.atTheDesk().without("error")).isTrue();
  }

  private static void refused(DeskPerson who, int status) {
    assertThatThrownBy(who::connect)
        .isInstanceOf(UpgradeRejectedException.class)
        .hasMessageContaining(Integer.toString(status));
  }

  @Test
  void a_hello_shows_that_the_page_knows_its_csrf_value() {
    var wrong = mia.connect();
    wrong.send(new JsonObject().put("type", "hello").put("csrf", tom.csrf().orElseThrow()));
    assertThat(wrong.next("error").getString("code")).isEqualTo("wrong_csrf");
    assertThat(wrong.closeCode()).isEqualTo(4403);
    var early = mia.connect();
    early.send(new JsonObject().put("type", "ping"));
    assertThat(early.next("error").getString("code")).isEqualTo("hello_first");
    assertThat(early.closeCode()).isEqualTo(4400);
    assertThat(mia.connect().closeCode()).isEqualTo(4408);
    var right = mia.connect();
    right.send(new JsonObject().put("type", "hello").put("csrf", mia.csrf().orElseThrow()));
    assertThat(right.next("welcome"))
        .isEqualTo(new JsonObject().put("type", "welcome").put("name", "Mia").put("role", "agent"));
  }

  @Test
  void a_watched_conversation_is_sent_from_where_the_page_stands_and_then_live() {
    var id = database.conversation();
    for (int i = 1; i <= 5; i++) {
      await(server.bot.accept(id, "c" + i, new Ask.Say("message " + i)));
    }
    var page = mia.atTheDesk();
    watch(page, id, 1);
    assertThat(page.next("mode").getString("mode")).isEqualTo("bot");
    for (int seq = 2; seq <= 5; seq++) {
      assertThat(page.next("message").getInteger("seq")).isEqualTo(seq);
    }
    say(id, "c6", "live");
    var live = page.next("message");
    assertThat(live.getString("text")).isEqualTo("live");
    assertThat(live.getString("conversation")).isEqualTo(id.toString());
  }

  @Test
  void a_page_is_told_from_when_on_it_hears_of_everything() {
    var id = database.conversation();
    var page = mia.atTheDesk();
    watch(page, id, 0);
    assertThat(page.next("watching"))
        .isEqualTo(JsonObject.of("type", "watching", "conversation", id.toString()));
    server.events.publish(new ConversationEvent.TicketChanged(id));
    assertThat(page.next("changed").getString("conversation")).isEqualTo(id.toString());
  }

  @Test
  void a_message_whose_event_was_lost_comes_with_the_next_ping() {
    var id = database.conversation();
    var page = mia.atTheDesk();
    watch(page, id, 0);
    page.next("mode");
    await(server.bot.accept(id, "c1", new Ask.Say("lost on the way")));
    page.send(new JsonObject().put("type", "ping"));
    page.next("pong");
    assertThat(page.next("message").getString("text")).isEqualTo("lost on the way");
  }

  @Test
  void a_receipt_whose_event_was_lost_comes_with_the_watch_and_with_the_next_ping() {
    var id = database.conversation();
    await(server.bot.accept(id, "c1", new Ask.Say("one")));
    await(server.bot.accept(id, "c2", new Ask.Say("two")));
    database.execute("UPDATE conversation SET delivered = 1, read = 1 WHERE id = '" + id + "'");
    var page = mia.atTheDesk();
    watch(page, id, 2);
    assertThat(page.next("receipt").getInteger("read")).isEqualTo(1);
    database.execute("UPDATE conversation SET delivered = 2 WHERE id = '" + id + "'");
    page.send(new JsonObject().put("type", "ping"));
    assertThat(page.next("receipt"))
        .isEqualTo(
            new JsonObject()
                .put("type", "receipt")
                .put("conversation", id.toString())
                .put("delivered", 2)
                .put("read", 1));
    page.send(new JsonObject().put("type", "ping"));
    page.next("pong");
    assertThat(page.without("receipt")).isTrue();
  }

  @Test
  void replies_are_acknowledged_in_order_and_seen_by_everyone_who_watches() {
    var id = taken();
    var page = mia.atTheDesk();
    var other = tom.atTheDesk();
    watch(other, id, 1);
    for (int i = 0; i < 20; i++) {
      reply(page, id, "r" + i, 2, "reply " + i);
    }
    for (int i = 0; i < 20; i++) {
      var ack = page.next("ack");
      assertThat(ack.getString("id")).isEqualTo("r" + i);
      assertThat(ack.getInteger("seq")).isEqualTo(i + 2);
      var seen = other.next("message");
      assertThat(seen.getString("text")).isEqualTo("reply " + i);
      assertThat(seen.getString("from")).isEqualTo("agent");
      assertThat(seen.getString("name")).isEqualTo("Mia");
    }
  }

  @Test
  void the_same_reply_again_is_acknowledged_again_and_other_words_are_not() {
    var id = taken();
    var page = mia.atTheDesk();
    reply(page, id, "r1", 2, "Hello.");
    assertThat(page.next("ack").getInteger("seq")).isEqualTo(2);
    reply(page, id, "r1", 2, "Hello.");
    assertThat(page.next("ack").getInteger("seq")).isEqualTo(2);
    reply(page, id, "r1", 2, "Goodbye.");
    assertThat(page.next("error"))
        .isEqualTo(
            new JsonObject()
                .put("type", "error")
                .put("code", "id_reused")
                .put("message", "the id named other words before")
                .put("id", "r1")
                .put("conversation", id.toString()));
  }

  @Test
  void a_late_reply_is_refused_and_told_how_things_stand() {
    var id = taken();
    var page = mia.atTheDesk();
    reply(page, id, "r1", 1, "Hello.");
    assertThat(page.next("error").getString("code")).isEqualTo("stale_epoch");
    var mode = page.next("mode");
    assertThat(mode.getInteger("epoch")).isEqualTo(2);
    assertThat(mode.getString("agent")).isEqualTo("Mia");
    var other = tom.atTheDesk();
    reply(other, id, "r2", 2, "Hello.");
    assertThat(other.next("error").getString("code")).isEqualTo("not_yours");
    mia.post("/api/conversations/" + id + "/close", new JsonObject().put("epoch", 2));
    reply(page, id, "r3", 3, "Hello.");
    assertThat(page.next("error").getString("code")).isEqualTo("closed");
  }

  @Test
  void the_queue_is_announced_when_somebody_asks_for_a_person_and_is_claimed() {
    var page = mia.atTheDesk();
    var id = database.conversation();
    server.handOver(id, "c1", "a person please");
    server.events.publish(new ConversationEvent.ModeChanged(id, Mode.WAITING, 2, Optional.empty()));
    page.next("queue");
    tom.post("/api/conversations/" + id + "/takeover", new JsonObject());
    page.next("queue");
    say(id, "c2", "are you there?");
    page.next("queue");
  }

  @Test
  void agents_are_told_why_the_bot_said_it_live_and_when_reading() {
    var id = database.conversation();
    var live = mia.atTheDesk();
    watch(live, id, 0);
    live.next("mode");
    var written = (Committed.Written) server.handOver(id, "c1", "a person please");
    server.events.publish(new ConversationEvent.Appended(id, written.messages()));
    var late = tom.atTheDesk();
    watch(late, id, 1);
    var read = mia.get("/api/conversations/" + id + "?after=1").body();

    for (var message :
        List.of(
            nextFromBot(live), nextFromBot(late), read.getJsonArray("messages").getJsonObject(0))) {
      assertThat(message.getString("text")).isEqualTo("A person will join.");
      assertThat(message.getJsonArray("trace")).containsExactly("hands over: asked");
    }
  }

  private static JsonObject nextFromBot(DeskClient page) {
    var message = page.next("message");
    return message.getString("from").equals("bot") ? message : page.next("message");
  }

  @Test
  void what_shoppers_say_to_the_bot_does_not_disturb_the_desk() {
    var page = mia.atTheDesk();
    page.send(new JsonObject().put("type", "ping"));
    page.next("pong");
    say(database.conversation(), "c1", "hello bot");
    page.send(new JsonObject().put("type", "ping"));
    page.next("pong");
    assertThat(page.without("queue")).isTrue();
  }

  @Test
  void whoever_watches_sees_hands_change_typing_and_receipts() {
    var id = taken();
    var page = mia.atTheDesk();
    watch(page, id, 0);
    assertThat(page.next("mode").getString("agent")).isEqualTo("Mia");
    server.events.publish(new ConversationEvent.Typing(id, Sender.SHOPPER, true));
    assertThat(page.next("typing").getString("from")).isEqualTo("shopper");
    server.events.publish(new ConversationEvent.Receipt(id, 1, 1));
    assertThat(page.next("receipt").getInteger("read")).isEqualTo(1);
    mia.post("/api/conversations/" + id + "/release", new JsonObject().put("epoch", 2));
    var mode = page.next("mode");
    assertThat(mode.getString("mode")).isEqualTo("bot");
    assertThat(mode.getInteger("epoch")).isEqualTo(3);
    assertThat(mode.containsKey("agent")).isFalse();
  }

  @Test
  void only_who_answers_is_seen_typing() throws InterruptedException {
    var heard = new LinkedBlockingQueue<ConversationEvent>();
    var id = taken();
    var subscription =
        server.events.subscribe(
            event -> {
              if (event instanceof ConversationEvent.Typing) {
                heard.add(event);
              }
            });
    for (var person : List.of(tom, mia)) {
      var page = person.atTheDesk();
      watch(page, id, 0);
      page.next("mode");
      page.send(
          new JsonObject()
              .put("type", "typing")
              .put("conversation", id.toString())
              .put("on", person.equals(mia)));
      page.send(new JsonObject().put("type", "ping"));
      page.next("pong");
    }
    var typing = new ConversationEvent.Typing(id, Sender.AGENT, true);
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(typing);
    assertThat(heard).isEmpty();
    subscription.cancel();
  }

  @Test
  void the_shopper_hears_what_has_arrived_and_what_its_agent_has_read()
      throws InterruptedException {
    var heard = new LinkedBlockingQueue<ConversationEvent>();
    var id = database.conversation();
    server.handOver(id, "c1", "a person please");
    var subscription =
        server.events.subscribe(
            event -> {
              if (event instanceof ConversationEvent.DeskReceipt) {
                heard.add(event);
              }
            });
    var mias = mia.atTheDesk();
    var toms = tom.atTheDesk();
    toms.send(progress("received", id, 1));
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(receipt(id, 1, 0));
    toms.send(progress("read", id, 99));
    assertThat(heard.poll(10, TimeUnit.SECONDS))
        .as("nobody answers yet")
        .isEqualTo(receipt(id, 2, 0));
    var ticket = database.text("SELECT id FROM ticket WHERE conversation = '" + id + "'");
    mia.post("/api/tickets/" + ticket + "/claim", new JsonObject());
    toms.send(progress("read", id, 3));
    toms.send(new JsonObject().put("type", "ping"));
    toms.next("pong");
    mias.send(progress("read", id, 2));
    assertThat(heard.poll(10, TimeUnit.SECONDS))
        .as("Tom is nobody here")
        .isEqualTo(receipt(id, 2, 2));
    mias.send(progress("read", id, 1));
    mias.send(progress("received", id, 3));
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(receipt(id, 3, 2));
    assertThat(heard).isEmpty();
    subscription.cancel();
  }

  private static JsonObject progress(String type, ConversationId id, long seq) {
    return new JsonObject().put("type", type).put("conversation", id.toString()).put("seq", seq);
  }

  private static ConversationEvent receipt(ConversationId id, long delivered, long read) {
    return new ConversationEvent.DeskReceipt(id, new Seen(delivered, read));
  }

  @Test
  void who_watches_no_more_hears_no_more() {
    var id = database.conversation();
    var page = mia.atTheDesk();
    watch(page, id, 0);
    page.next("mode");
    page.send(new JsonObject().put("type", "unwatch").put("conversation", id.toString()));
    page.send(new JsonObject().put("type", "ping"));
    page.next("pong");
    var other = tom.atTheDesk();
    watch(other, id, 0);
    other.next("mode");
    say(id, "c1", "hello?");
    other.next("message");
    page.send(new JsonObject().put("type", "ping"));
    page.next("pong");
    assertThat(page.without("message")).isTrue();
  }

  @Test
  void an_erased_conversation_is_sent_again_as_tombstones() {
    var id = database.conversation();
    say(id, "c1", "my secret");
    var page = mia.atTheDesk();
    watch(page, id, 0);
    assertThat(page.next("message").getString("text")).isEqualTo("my secret");
    database.execute(
        "UPDATE message SET text = '', erased = true WHERE conversation = '%s'".formatted(id));
    server.events.publish(new ConversationEvent.Erased(id));
    var tombstone = page.next("message");
    assertThat(tombstone.getString("text")).isEmpty();
    assertThat(tombstone.getBoolean("erased")).isTrue();
  }

  @Test
  void an_erasure_whose_event_was_lost_comes_with_the_next_ping() {
    var id = database.conversation();
    say(id, "c1", "my secret");
    var page = mia.atTheDesk();
    watch(page, id, 0);
    page.next("watching");
    assertThat(page.next("message").getString("text")).isEqualTo("my secret");
    database.execute(
        "UPDATE message SET text = '', erased = true WHERE conversation = '%s'".formatted(id));
    database.execute("UPDATE conversation SET erased = true WHERE id = '%s'".formatted(id));
    page.send(new JsonObject().put("type", "ping"));
    page.next("pong");
    assertThat(page.next("message").getBoolean("erased")).isTrue();
  }

  @Test
  void an_unknown_conversation_and_one_too_many_are_refused() {
    var page = mia.atTheDesk();
    var nowhere = ConversationId.random();
    watch(page, nowhere, 0);
    assertThat(page.next("error"))
        .isEqualTo(
            new JsonObject()
                .put("type", "error")
                .put("code", "not_found")
                .put("message", "conversation " + nowhere + " does not exist")
                .put("conversation", nowhere.toString()));
    for (int i = 0; i < 4; i++) {
      watch(page, database.conversation(), 0);
    }
    var error = page.next("error");
    assertThat(error.getString("code")).isEqualTo("too_many_watched");
    assertThat(error.getString("message")).isEqualTo("at most 3 conversations are watched at once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | bad_json | frame is not a JSON object",
        "[] | bad_json | frame is not a JSON object",
        "{} | invalid | type is missing",
        "{\"type\":\"dance\"} | invalid | type is dance; known: hello, watch, unwatch, reply,"
            + " typing, received, read, ping",
        "{\"type\":\"watch\",\"conversation\":\"7\"} | invalid | conversation is not a conversation"
            + " id",
        "{\"type\":\"watch\",\"conversation\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"after\":-1}"
            + " | invalid | after is -1; must be a whole number from 0",
        "{\"type\":\"reply\",\"conversation\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"id\":\"\",\"epoch\":1,\"text\":\"x\"}"
            + " | invalid | id must have 1 to 64 characters",
        "{\"type\":\"reply\",\"conversation\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"id\":\"r\",\"epoch\":1,\"text\":\""
            + " \"} | invalid | text is blank",
        "{\"type\":\"typing\",\"conversation\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"on\":1} |"
            + " invalid | on is a number; must be true or false"
      })
  void a_malformed_frame_names_field_and_rule_and_the_socket_stays(
      String frame, String code, String message) {
    var page = mia.atTheDesk();
    page.sendText(frame);
    var error = page.next("error");
    assertThat(error.getString("code")).isEqualTo(code);
    assertThat(error.getString("message")).isEqualTo(message);
    page.send(new JsonObject().put("type", "ping"));
    page.next("pong");
  }

  @Test
  void too_long_and_too_many_frames_end_the_socket() {
    var wordy = mia.atTheDesk();
    wordy.sendText("x".repeat(DeskFrame.MAX_BYTES + 1));
    assertThat(wordy.next("error").getString("code")).isEqualTo("frame_too_large");
    assertThat(wordy.closeCode()).isEqualTo(1009);
    var busy = mia.atTheDesk();
    for (int i = 0; i < 200; i++) {
      busy.send(new JsonObject().put("type", "ping"));
    }
    assertThat(busy.next("error").getString("message"))
        .isEqualTo("more than 200 frames came within 10 s");
    assertThat(busy.closeCode()).isEqualTo(4429);
  }

  @Test
  void an_account_may_not_open_sockets_without_end() {
    var pages = IntStream.range(0, 20).mapToObj(i -> tom.atTheDesk()).toList();
    assertThat(pages).hasSize(20);
    var oneMore = tom.connect();
    assertThat(oneMore.next("error").getString("message"))
        .isEqualTo("more than 20 sockets of this account are open");
    assertThat(oneMore.closeCode()).isEqualTo(4429);
  }

  @Test
  void who_may_no_longer_sign_in_is_sent_away() {
    var page = server.signedIn("Ghost", Role.AGENT).atTheDesk();
    await(server.accounts.remove(new AccountName("Ghost")));
    assertThat(page.next("error").getString("code")).isEqualTo("signed_out");
    assertThat(page.closeCode()).isEqualTo(4401);
  }

  @Test
  void the_desk_is_staffed_while_an_agent_is_connected() {
    // a page of the test before may just have said that it is there
    until(
        () -> {
          database.execute("TRUNCATE agent_presence");
          return !staffed();
        });
    mia.atTheDesk();
    until(DeskSocketTest::staffed);
  }

  private static boolean staffed() {
    return await(server.desk.attended());
  }

  @Test
  void a_server_that_stops_sends_pages_to_the_next_one() {
    var other = DeskServer.start(database, DeskSettings.DEFAULTS);
    var page = other.signedIn("Last", Role.AGENT).atTheDesk();
    other.close();
    assertThat(page.next("error").getString("code")).isEqualTo("server_stopping");
    assertThat(page.closeCode()).isEqualTo(1012);
  }

  /** A conversation of epoch 2 that Mia has taken over, with one message that says so. */
  private static ConversationId taken() {
    var id = database.conversation();
    assertThat(mia.post("/api/conversations/" + id + "/takeover", new JsonObject()).status())
        .isEqualTo(200);
    return id;
  }

  /** A shopper writes, and everyone is told. */
  private static void say(ConversationId id, String clientId, String words) {
    var accepted = await(server.bot.accept(id, clientId, new Ask.Say(words)));
    var stored = (Accepted.Stored) accepted;
    server.events.publish(new ConversationEvent.Appended(id, List.of(stored.message())));
  }

  private static void watch(DeskClient page, ConversationId id, long after) {
    page.send(
        new JsonObject()
            .put("type", "watch")
            .put("conversation", id.toString())
            .put("after", after));
  }

  private static void reply(
      DeskClient page, ConversationId id, String clientId, long epoch, String text) {
    page.send(
        new JsonObject()
            .put("type", "reply")
            .put("id", clientId)
            .put("conversation", id.toString())
            .put("epoch", epoch)
            .put("text", text));
  }
}
