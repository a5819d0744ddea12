package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Seen;
import deskbell.store.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chat socket. Long because every frame of its contract is tried on one server. */
class ChatSocketTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static ChatServer server;

  private final List<ChatClient> clients = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = ChatServer.start(database, TestSettings.open());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void hangUp() {
    clients.forEach(ChatClient::close);
  }

  private ChatClient client() {
    var client = server.connect();
    clients.add(client);
    return client;
  }

  private ChatClient greeted() {
    var client = client();
    client.hello();
    return client;
  }

  private static JsonObject frame(String type) {
    return new JsonObject().put("type", type).put("id", UUID.randomUUID().toString());
  }

  @Test
  void a_hello_is_welcomed_into_a_new_conversation() {
    var client = client();

    var welcome = client.hello(new JsonObject().put("locale", "zh-CN").put("page", "https://x"));

    assertThat(welcome.getString("conversation")).hasSize(36);
    assertThat(welcome.getString("resume")).matches("[A-Za-z0-9_-]{27}");
    assertThat(welcome.getLong("seq")).isZero();
    assertThat(welcome.getString("mode")).isEqualTo("bot");
    assertThat(welcome.getString("locale")).isEqualTo("zh");
    var status = client.await("status");
    assertThat(status.getBoolean("open")).isTrue();
  }

  @Test
  void what_is_said_is_acknowledged_stored_and_answered() {
    var client = greeted();

    var ack = client.say("a1", "Where is my parcel?");

    assertThat(ack).isEqualTo(JsonObject.of("type", "ack", "id", "a1", "seq", 1));
    var mine = client.awaitMessage("shopper");
    assertThat(mine.getString("text")).isEqualTo("Where is my parcel?");
    assertThat(mine.getLong("seq")).isEqualTo(1);
    var reply = client.awaitMessage("bot");
    assertThat(reply.getString("text")).isEqualTo("You said: Where is my parcel?");
    assertThat(reply.getLong("seq")).isEqualTo(2);
    assertThat(reply.getLong("inReplyTo")).isEqualTo(1);
    assertThat(reply.getString("at")).endsWith("Z");
    // why it was said is for agents alone
    assertThat(reply.containsKey("trace")).isFalse();
    assertThat(
            database.text(
                "SELECT trace[1] FROM message WHERE conversation = '%s' AND seq = 2"
                    .formatted(client.conversation())))
        .isEqualTo("said: Where is my parcel?");
    var later = client();
    later.resume(client.token(), 0);
    assertThat(later.awaitMessage("bot").containsKey("trace")).isFalse();
    assertThat(
            database.text(
                "SELECT text FROM message WHERE conversation = '%s' AND seq = 1"
                    .formatted(client.conversation())))
        .isEqualTo("Where is my parcel?");
  }

  @Test
  void the_same_id_again_has_the_same_answer_and_no_second_effect() {
    var client = greeted();
    client.say("a1", "hello");
    client.awaitMessage("bot");

    assertThat(client.say("a1", "hello").getLong("seq")).isEqualTo(1);
    client.send(JsonObject.of("type", "say", "id", "a1", "text", "other"));
    var error = client.awaitError("id_reused");

    assertThat(error.getString("id")).isEqualTo("a1");
    assertThat(error.getString("message")).isEqualTo("id a1: the id named other content before");
    assertThat(client.say("after").getLong("seq")).isEqualTo(3);
  }

  @Test
  void a_choice_is_taken_once_and_only_for_the_open_question() {
    var client = greeted();
    client.say("menu");
    var question = client.awaitMessage("bot");
    assertThat(question.getJsonArray("choices"))
        .isEqualTo(
            JsonArray.of(
                JsonObject.of("label", "Yes", "value", "yes"),
                JsonObject.of("label", "No", "value", "no")));

    client.send(frame("choose").put("message", question.getLong("seq")).put("value", "yes"));
    client.await("ack");
    assertThat(client.awaitMessage("bot").getString("text")).isEqualTo("You said: Yes");
    client.send(frame("choose").put("message", question.getLong("seq")).put("value", "no"));

    client.awaitError("not_open");
  }

  @Test
  void asking_for_a_person_hands_over_and_tells_the_place_in_the_queue() {
    var client = client();
    client.hello(new JsonObject().put("locale", "zh"));

    client.send(frame("human"));
    client.await("ack");

    assertThat(client.awaitMessage("shopper").getString("text")).isEqualTo("转人工");
    var status =
        client.await(
            f -> f.getString("type").equals("status") && f.getString("mode").equals("waiting"));
    assertThat(status.getInteger("position")).isEqualTo(2);
    assertThat(status.getInteger("waitSeconds")).isEqualTo(180);
    // the place is told again from time to time
    client.await("status");
  }

  @Test
  void a_closed_conversation_takes_nothing_more() {
    var client = greeted();

    client.send(frame("close"));
    client.await("ack");
    client.await(f -> f.getString("type").equals("status") && f.getString("mode").equals("closed"));
    client.send(frame("say").put("text", "still there?"));

    client.awaitError("conversation_closed");
    assertThat(client.open()).isTrue();
  }

  @Test
  void answers_are_judged_and_what_is_no_answer_is_not() {
    var client = greeted();
    client.say("hello");
    client.awaitMessage("bot");

    client.send(frame("rate").put("message", 2).put("helpful", true));
    assertThat(client.await("ack").containsKey("seq")).isFalse();
    client.send(frame("rate").put("score", 5).put("comment", "good"));
    client.await("ack");
    client.send(frame("rate").put("message", 1).put("helpful", true));
    client.awaitError("no_such_message");
  }

  @Test
  void a_message_is_left_with_an_address() {
    var client = greeted();

    client.send(frame("leave").put("email", "li@example.com").put("text", "Please write."));

    assertThat(client.await("ack").getLong("seq")).isEqualTo(1);
    assertThat(client.awaitMessage("shopper").getString("text")).isEqualTo("Please write.");
    assertThat(
            database.text(
                "SELECT email FROM ticket WHERE conversation = '%s'"
                    .formatted(client.conversation())))
        .isEqualTo("li@example.com");
  }

  @Test
  void a_forgotten_conversation_leaves_tombstones_in_every_tab() {
    var client = greeted();
    client.say("my secret");
    client.awaitMessage("bot");
    var tab = client();
    tab.resume(client.token(), 0);
    tab.awaitMessage(2);
    var id = UUID.randomUUID().toString();

    client.send(frame("forget").put("id", id));
    client.await("ack");

    for (var each : List.of(client, tab)) {
      var tombstone = each.await(f -> f.getBoolean("erased", false) && f.getLong("seq") == 1);
      assertThat(tombstone.getString("text")).isEmpty();
      each.await(f -> f.getBoolean("erased", false) && f.getLong("seq") == 2);
    }
    assertThat(
            database.text(
                "SELECT count(*) FROM message WHERE conversation = '%s' AND trace IS NOT NULL"
                    .formatted(client.conversation())))
        .isEqualTo("0");
    client.send(frame("forget").put("id", id));
    assertThat(client.await("ack").getString("id")).isEqualTo(id);
  }

  @Test
  void the_language_is_kept_for_the_next_visit() {
    var client = greeted();
    client.send(JsonObject.of("type", "locale", "locale", "zh-CN"));
    client.say("x");

    assertThat(client().resume(client.token(), 0).getString("locale")).isEqualTo("zh");
  }

  @Test
  void a_conversation_is_resumed_after_the_last_message_seen() {
    var first = greeted();
    first.say("one");
    first.awaitMessage("bot");
    first.say("two");
    first.awaitMessage("bot");
    first.close();

    var second = client();
    var welcome = second.resume(first.token(), 1);

    assertThat(welcome.getString("conversation")).isEqualTo(first.conversation());
    assertThat(welcome.getString("resume")).isEqualTo(first.token());
    assertThat(welcome.getLong("seq")).isEqualTo(4);
    second.awaitMessage(4);
    assertThat(numbers(second)).containsExactly(2L, 3L, 4L);
  }

  @Test
  void every_tab_sees_everything_once_and_in_order() {
    var first = greeted();
    var tabs = new ArrayList<>(List.of(first));
    for (var i = 0; i < 4; i++) {
      var tab = client();
      tab.resume(first.token(), 0);
      tabs.add(tab);
    }

    for (var round = 0; round < 20; round++) {
      var tab = tabs.get(round % tabs.size());
      tab.send(frame("say").put("text", "silence"));
      if (round % 7 == 0) {
        var late = client();
        late.resume(first.token(), 0);
        tabs.add(late);
      }
    }

    for (var tab : tabs) {
      tab.awaitMessage(20);
      assertThat(numbers(tab)).containsExactlyElementsOf(upTo(20));
    }
  }

  @Test
  void typing_and_reading_are_told_to_the_others() {
    var client = greeted();
    client.say("hello");
    client.awaitMessage("bot");
    var tab = client();
    tab.resume(client.token(), 2);
    client.send(JsonObject.of("type", "read", "seq", 2));

    var read = JsonObject.of("type", "receipt", "delivered", 2, "read", 2);
    assertThat(tab.await(read::equals)).isEqualTo(read);
    var later = client();
    later.resume(client.token(), 2);
    assertThat(later.await("receipt").getLong("read")).isEqualTo(2);
    client.send(JsonObject.of("type", "read", "seq", 3));
    assertThat(client.awaitError("invalid").getString("message"))
        .isEqualTo("seq is 3; the newest sent is 2");
  }

  @Test
  void what_agents_have_received_and_read_is_told_and_kept() {
    var client = greeted();
    client.say("silence");
    client.awaitMessage(1);
    var id = ConversationId.parse(client.conversation());
    server.events.publish(new ConversationEvent.DeskReceipt(id, new Seen(1, 1)));
    var desk = JsonObject.of("delivered", 1, "read", 1);
    var told = client.await(frame -> frame.containsKey("desk"));
    assertThat(told.getJsonObject("desk")).isEqualTo(desk);
    database.execute(
        "UPDATE conversation SET desk_delivered = 1 WHERE id = '" + client.conversation() + "'");
    var later = client();
    later.resume(client.token(), 0);
    desk.put("read", 0);
    assertThat(later.await("receipt").getJsonObject("desk")).isEqualTo(desk);
  }

  @Test
  void every_tab_hears_that_the_bot_is_at_it_until_it_has_answered() {
    var client = greeted();
    var tab = client();
    tab.resume(client.token(), 0);
    client.say("slow");

    for (var each : List.of(client, tab)) {
      assertThat(each.await("typing"))
          .isEqualTo(JsonObject.of("type", "typing", "from", "bot", "on", true));
    }
    server.gate.complete();
    for (var each : List.of(client, tab)) {
      assertThat(each.awaitMessage("bot").getString("text")).isEqualTo("You said: slow");
      assertThat(each.await("typing").getBoolean("on")).isFalse();
    }
  }

  @Test
  void what_a_browser_has_received_is_known_from_its_pong() {
    var client = greeted();
    client.say("hello");
    client.awaitMessage("bot");

    // a ping may have gone out between the two messages
    var received = JsonObject.of("type", "receipt", "delivered", 2, "read", 0);
    assertThat(client.await(received::equals)).isEqualTo(received);
  }

  @Test
  void a_pong_carries_the_newest_number_and_brings_what_an_event_did_not() {
    var client = greeted();
    client.say("silence");
    client.awaitMessage(1);
    // another node stores a message, and its event is lost
    database.execute(
        """
        UPDATE conversation SET seq = seq + 1 WHERE id = '%1$s';
        INSERT INTO message (conversation, seq, sender, text) VALUES ('%1$s', 2, 'agent', 'hi');
        """
            .formatted(client.conversation()));

    client.send(JsonObject.of("type", "ping"));

    assertThat(client.await("pong").getLong("seq")).isEqualTo(2);
    assertThat(client.awaitMessage("agent").getString("text")).isEqualTo("hi");
  }

  @Test
  void a_pong_makes_up_for_a_lost_change_of_mode() {
    var client = greeted();
    client.await("status");
    database.execute(
        "UPDATE conversation SET mode = 'human', agent = 'Ana', epoch = epoch + 1 WHERE id = '%s'"
            .formatted(client.conversation()));

    client.send(JsonObject.of("type", "ping"));

    var status = client.await("status");
    assertThat(status.getString("mode")).isEqualTo("human");
    assertThat(status.getString("agent")).isEqualTo("Ana");
  }

  @Test
  void fragments_make_one_frame_and_pings_may_come_between() {
    var client = greeted();
    var text = frame("say").put("text", "silence — 安静").encode();
    var bytes = Buffer.buffer(text);
    // the second cut goes through a character
    client.sendFrame(WebSocketFrame.textFrame("", false));
    client.sendFrame(WebSocketFrame.continuationFrame(bytes.slice(0, bytes.length() - 4), false));
    client.sendFrame(WebSocketFrame.pingFrame(Buffer.buffer("x")));
    client.sendFrame(
        WebSocketFrame.continuationFrame(bytes.slice(bytes.length() - 4, bytes.length()), true));

    assertThat(client.await("ack").getLong("seq")).isEqualTo(1);
    assertThat(client.awaitMessage(1).getString("text")).isEqualTo("silence — 安静");
  }

  private static List<Long> numbers(ChatClient client) {
    return client.messages().stream().map(message -> message.getLong("seq")).toList();
  }

  private static List<Long> upTo(long newest) {
    return LongStream.rangeClosed(1, newest).boxed().toList();
  }
}
