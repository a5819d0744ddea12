package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.Waiting;
import deskbell.store.TestDatabase;
import deskbell.web.Cidr;
import deskbell.web.WebSettings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatLimitsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private ChatServer server;

  @AfterEach
  void stop() {
    server.close();
  }

  private void start(SocketSettings settings) {
    server = ChatServer.start(database, settings);
  }

  /** A server behind a proxy on this machine, so that tests may come from many addresses. */
  private void startBehindProxy(SocketSettings settings) {
    var web = WebSettings.DEFAULTS;
    server =
        ChatServer.start(
            database,
            settings,
            new WebSettings(
                web.host(),
                web.port(),
                Optional.empty(),
                List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1")),
                List.of("https://shop.example"),
                web.maxConnectionsPerAddress(),
                web.idle(),
                web.stopWait(),
                web.pages(),
                web.metricsFrom()));
  }

  private ChatClient from(String address) {
    return server.connect(Map.of("X-Forwarded-For", address));
  }

  @Test
  void the_twenty_first_message_in_ten_seconds_waits() {
    start(TestSettings.limits(20, 10, 10));
    var client = server.connect();
    client.hello();
    for (var i = 0; i < 20; i++) {
      client.say("silence");
    }

    client.send(JsonObject.of("type", "say", "id", "late", "text", "silence"));
    var error = client.awaitError("rate_limited");

    assertThat(error.getString("id")).isEqualTo("late");
    assertThat(error.getString("message")).isEqualTo("more than 20 messages came within 10 s");
    assertThat(error.getInteger("retryAfterSeconds")).isBetween(1, 10);
    assertThat(client.open()).isTrue();
    // another tab of the same conversation is no way around it, another conversation is free
    var tab = server.connect();
    tab.resume(client.token(), 20);
    tab.send(JsonObject.of("type", "human", "id", "h"));
    tab.awaitError("rate_limited");
    var other = server.connect();
    other.hello();
    assertThat(other.say("silence").getLong("seq")).isEqualTo(1);
  }

  @Test
  void a_flood_of_frames_ends_the_connection() {
    start(TestSettings.frames(30));
    var client = server.connect();
    client.hello();
    for (var i = 0; i < 40; i++) {
      client.post("{\"type\":\"typing\",\"on\":true}");
    }

    var error = client.awaitError("flooded");

    assertThat(error.getInteger("retryAfterSeconds")).isEqualTo(10);
    assertThat(client.awaitClose()).isEqualTo(4429);
  }

  @Test
  void one_address_may_open_so_many_sockets_while_others_go_on() {
    startBehindProxy(TestSettings.limits(100, 2, 100));
    var first = from("203.0.113.7");
    from("203.0.113.7").hello();
    var third = from("203.0.113.7");

    var error = third.awaitError("too_many_sockets");

    assertThat(error.getString("message"))
        .isEqualTo("more than 2 sockets are open from this address");
    assertThat(third.awaitClose()).isEqualTo(4429);
    from("203.0.113.8").hello();
    // a place becomes free again
    first.close();
    Waiting.until(() -> server.chat.sockets().count("203.0.113.7") == 1);
    from("203.0.113.7").hello();
  }

  @Test
  void ten_thousand_conversations_from_one_address_are_cut_off_while_others_go_on() {
    startBehindProxy(TestSettings.limits(100, 20_000, 100));
    var refused = 0;
    for (var i = 0; i < 110; i++) {
      // an IPv6 customer has more addresses than anybody can count
      var client = from("2001:db8:0:1::" + Integer.toHexString(i + 1));
      client.send(JsonObject.of("type", "hello"));
      var answer = client.await(f -> List.of("welcome", "error").contains(f.getString("type")));
      if (answer.getString("type").equals("error")) {
        refused++;
        assertThat(answer.getString("code")).isEqualTo("too_many_conversations");
        assertThat(answer.getString("message"))
            .isEqualTo("more than 100 conversations an hour were begun from this address");
        assertThat(answer.getInteger("retryAfterSeconds")).isBetween(3_000, 3_600);
        assertThat(client.awaitClose()).isEqualTo(4429);
      }
    }

    assertThat(refused).isEqualTo(10);
    from("2001:db8:0:2::1").hello();
  }

  @Test
  void a_forwarded_address_is_not_believed_without_a_trusted_proxy() {
    start(TestSettings.limits(100, 1, 100));
    from("203.0.113.7").hello();

    from("203.0.113.8").awaitError("too_many_sockets");
  }

  @Test
  void a_page_of_another_origin_may_not_open_a_socket() {
    startBehindProxy(TestSettings.open());

    server.connect(Map.of("Origin", "https://shop.example")).hello();
    server.connect(Map.of("Origin", "http://localhost:" + server.port())).hello();
    server
        .connect(Map.of("Origin", "https://chat.example", "X-Forwarded-Host", "chat.example"))
        .hello();
    for (var origin : List.of("https://evil.example", "null", "https://shop.example.evil.org")) {
      assertThatThrownBy(() -> server.connect(Map.of("Origin", origin)))
          .hasCauseInstanceOf(UpgradeRejectedException.class)
          .hasMessageContaining("403");
    }
  }

  @Test
  void who_says_nothing_is_let_go() {
    start(TestSettings.times(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(9)));
    var client = server.connect();

    client.awaitError("hello_timeout");

    assertThat(client.awaitClose()).isEqualTo(4408);
  }

  @Test
  void who_gives_no_sign_of_life_is_let_go_and_who_answers_pings_stays() {
    start(TestSettings.times(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(3)));
    var awake = server.connect();
    awake.hello();

    var asleep = Sleeper.connect(server.port());

    assertThat(asleep).contains("\"welcome\"").contains("\"idle\"").endsWith("idle");
    assertThat(awake.say("silence").getLong("seq")).isEqualTo(1);
  }

  @Test
  void bad_frames_are_answered_and_the_connection_stays() {
    start(TestSettings.open());
    var client = server.connect();
    client.hello();

    client.sendText("{\"type\":");
    assertThat(client.awaitError("bad_json").getString("message"))
        .isEqualTo("frame is not a JSON object");
    client.sendBinary(Buffer.buffer("{}"));
    assertThat(client.awaitError("bad_json").getString("message"))
        .isEqualTo("frame is binary; must be text");
    client.sendText("{\"type\":\"shout\",\"id\":\"a\"}");
    var unknown = client.awaitError("unknown_type");
    assertThat(unknown.getString("message")).startsWith("type is shout; known: hello, say");
    assertThat(unknown.getString("id")).isEqualTo("a");
    client.sendText("{\"type\":\"say\",\"id\":\"b\"}");
    assertThat(client.awaitError("invalid"))
        .isEqualTo(
            JsonObject.of(
                "type", "error", "code", "invalid", "message", "text is missing", "id", "b"));
    client.sendText("{\"type\":\"say\",\"id\":\"c\",\"text\":\"nul \\u0000\"}");
    assertThat(client.awaitError("invalid").getString("message"))
        .isEqualTo("text contains the character NUL");
    client.sendText("{\"type\":\"hello\"}");
    client.awaitError("hello_again");

    assertThat(client.say("still here").getLong("seq")).isEqualTo(1);
  }

  @Test
  void bytes_that_are_no_text_are_answered() {
    start(TestSettings.open());
    var client = server.connect();
    client.hello();
    var half = Buffer.buffer("{\"type\":\"say\",\"id\":\"a\",\"text\":\"").appendByte((byte) 0xe4);

    client.sendFrame(WebSocketFrame.binaryFrame(half, false));
    client.sendFrame(WebSocketFrame.continuationFrame(Buffer.buffer("\"}"), true));

    client.awaitError("bad_json");
    assertThat(client.say("still here").getLong("seq")).isEqualTo(1);
  }

  @Test
  void sixteen_kibibytes_of_emoji_are_one_text_too_long_and_one_more_is_no_frame() {
    start(TestSettings.open());
    var client = server.connect();
    client.hello();
    var around = "{\"type\":\"say\",\"id\":\"a\",\"text\":\"\"}".length();
    var most = "👋".repeat((ShopperFrame.MAX_BYTES - around) / 4);

    client.send(JsonObject.of("type", "say", "id", "a", "text", most));
    var error = client.awaitError("invalid");
    assertThat(error.getString("message"))
        .isEqualTo("text has " + most.length() + " characters; at most 2000");
    assertThat(client.say("👋".repeat(1_000)).getLong("seq")).isEqualTo(1);
    client.send(JsonObject.of("type", "say", "id", "b", "text", most + "👋👋"));

    assertThat(client.awaitError("frame_too_large").getString("message"))
        .isEqualTo("frame has more than 16384 bytes");
    assertThat(client.awaitClose()).isEqualTo(1009);
  }

  @Test
  void fragments_may_not_add_up_to_more_than_a_frame() {
    start(TestSettings.open());
    var client = server.connect();
    client.hello();
    var part = Buffer.buffer("x".repeat(6_000));

    client.sendFrame(WebSocketFrame.textFrame("x", false));
    for (var i = 0; i < 3; i++) {
      client.sendFrame(WebSocketFrame.continuationFrame(part, false));
    }

    client.awaitError("frame_too_large");
    assertThat(client.awaitClose()).isEqualTo(1009);
  }

  @Test
  void saying_something_before_hello_ends_the_connection() {
    start(TestSettings.open());
    var client = server.connect();

    client.sendText("{\"type\":\"say\",\"id\":\"a\",\"text\":\"hi\"}");

    assertThat(client.awaitError("hello_first").getString("message"))
        .isEqualTo("type must be hello in the first frame");
    assertThat(client.awaitClose()).isEqualTo(4400);
  }

  @Test
  void a_foreign_resume_token_opens_nothing_and_the_socket_may_begin_anew() {
    start(TestSettings.open());
    var client = server.connect();

    client.send(JsonObject.of("type", "hello", "resume", "abcdefghijklmnopqrstuvwxyz0"));
    assertThat(client.awaitError("unknown_resume").getString("message"))
        .isEqualTo("resume is unknown or was revoked; say hello without it");

    assertThat(client.hello().getLong("seq")).isZero();
  }
}
