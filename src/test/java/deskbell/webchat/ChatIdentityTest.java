package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatIdentityTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Secret SECRET = new Secret("of the shop");
  private static ChatServer server;

  @BeforeAll
  static void start() {
    server = ChatServer.start(database, TestSettings.identity(SECRET, true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject signed(String user) {
    var expires = Instant.now().getEpochSecond() + 60;
    return JsonObject.of(
        "user", user, "expires", expires, "signature", SECRET.sign(user + "." + expires));
  }

  private static JsonObject hello(JsonObject identity) {
    return new JsonObject().put("identity", identity);
  }

  @Test
  void an_unsigned_hello_that_names_a_user_is_refused_and_one_that_names_nobody_is_not() {
    var client = server.connect();

    client.send(JsonObject.of("type", "hello", "identity", JsonObject.of("user", "li")));
    assertThat(client.awaitError("identity_required").getString("message"))
        .isEqualTo(
            "identity: a user is named without signature and expiry, and the shop enforces them");
    client.send(JsonObject.of("type", "hello", "identity", signed("li").put("signature", "00")));
    client.awaitError("identity_invalid");
    client.send(
        JsonObject.of(
            "type",
            "hello",
            "identity",
            JsonObject.of("user", "li", "expires", 1, "signature", SECRET.sign("li.1"))));
    client.awaitError("identity_expired");

    assertThat(client.hello().getLong("seq")).isZero();
  }

  @Test
  void whom_the_shop_vouches_for_is_stored_with_the_conversation() {
    var client = server.connect();
    client.hello(hello(signed("li")));

    assertThat(identity(client)).isEqualTo("li");
    var tab = server.connect();
    assertThat(tab.hello(hello(signed("li")).put("resume", client.token())).getString("resume"))
        .isEqualTo(client.token());
    assertThat(tab.conversation()).isEqualTo(client.conversation());
  }

  @Test
  void an_anonymous_conversation_is_taken_along_when_the_shopper_signs_in() {
    var client = server.connect();
    client.hello();
    client.say("silence");
    client.close();

    var later = server.connect();
    later.hello(hello(signed("li")).put("resume", client.token()));

    assertThat(later.conversation()).isEqualTo(client.conversation());
    later.awaitMessage(1);
    assertThat(identity(client)).isEqualTo("li");
  }

  @Test
  void another_user_gets_another_conversation_and_the_token_is_worth_nothing_any_more() {
    var client = server.connect();
    client.hello(hello(signed("li")));
    client.say("silence");

    var other = server.connect();
    other.hello(hello(signed("wang")).put("resume", client.token()));

    assertThat(other.conversation()).isNotEqualTo(client.conversation());
    assertThat(other.token()).isNotEqualTo(client.token());
    assertThat(other.messages()).isEmpty();
    var again = server.connect();
    again.send(hello(signed("li")).put("type", "hello").put("resume", client.token()));
    again.awaitError("unknown_resume");
  }

  @Test
  void nobody_after_a_user_gets_another_conversation() {
    var client = server.connect();
    client.hello(hello(signed("li")));

    var other = server.connect();
    other.resume(client.token(), 0);

    assertThat(other.conversation()).isNotEqualTo(client.conversation());
    assertThat(identity(other)).isNull();
  }

  @Test
  void an_expired_signature_does_not_cost_the_conversation() {
    var client = server.connect();
    client.hello(hello(signed("li")));

    var later = server.connect();
    later.send(
        JsonObject.of(
            "type",
            "hello",
            "resume",
            client.token(),
            "identity",
            JsonObject.of("user", "li", "expires", 1, "signature", SECRET.sign("li.1"))));
    later.awaitError("identity_expired");

    later.hello(hello(signed("li")).put("resume", client.token()));
    assertThat(later.conversation()).isEqualTo(client.conversation());
  }

  private static String identity(ChatClient client) {
    return database.text(
        "SELECT identity FROM conversation WHERE id = '%s'".formatted(client.conversation()));
  }
}
