package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asking for a copy by e-mail over the chat socket. */
class ChatMailTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static JsonObject wish(String id, String email) {
    return JsonObject.of("type", "transcript", "id", id, "email", email);
  }

  @Test
  void a_wish_is_stored_once_and_refused_where_it_is_no_address() {
    try (var server = ChatServer.start(database, TestSettings.open())) {
      var client = server.connect();
      assertThat(client.hello().getBoolean("mail")).isTrue();
      client.send(wish("a", "ada@shop.example"));
      client.await("ack");
      client.send(wish("a", "ada@shop.example"));
      client.await("ack");
      client.send(wish("a", "bob@shop.example"));
      client.awaitError("id_reused");
      client.send(wish("b", "ada@shop.example,bob@shop.example"));
      assertThat(client.awaitError("invalid").getString("message"))
          .isEqualTo("email is not an e-mail address");
      assertThat(database.text("SELECT string_agg(email, ' ') FROM transcript_mail"))
          .isEqualTo("ada@shop.example");
    }
  }

  @Test
  void a_server_without_mail_says_so() {
    try (var server = ChatServer.start(database, TestSettings.identity(null, false))) {
      var client = server.connect();
      assertThat(client.hello().getBoolean("mail")).isFalse();
      client.send(wish("a", "ada@shop.example"));
      client.awaitError("no_mail");
    }
  }
}
