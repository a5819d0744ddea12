package deskbell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.RunningServer;
import deskbell.Waiting;
import deskbell.store.TestDatabase;
import deskbell.webchat.ChatClient;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who is signed in has the account deleted: over real sockets, on two nodes, from the
 * question to the tombstones.
 */
class ErasureJourneyTest {
  private static final String KEY = "a secret of thirty-two characters";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();

  @TempDir Path data;
  @TempDir Path otherData;

  @AfterAll
  static void stop() throws TimeoutException {
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void an_account_goes_with_every_chat_of_its_person_and_nobody_elses() throws Exception {
    try (var node = RunningServer.on(database, data, "--identity-secret=" + KEY);
        var otherNode = RunningServer.on(database, otherData, "--identity-secret=" + KEY);
        var asking = ChatClient.connect(VERTX, node.port());
        var elsewhere = ChatClient.connect(VERTX, otherNode.port());
        var stranger = ChatClient.connect(VERTX, otherNode.port())) {
      elsewhere.hello(signed("robin"));
      elsewhere.say("hello, this is Robin from 4 Elm Grove");
      elsewhere.awaitMessage("bot");
      stranger.hello(signed("kim"));
      stranger.say("hello, this is Kim");
      stranger.awaitMessage("bot");

      asking.hello(signed("robin"));
      asking.say("delete my account");
      assertThat(text(asking.awaitMessage("bot"))).contains("Invoices stay for 6 years");
      assertThat(text(asking.awaitMessage("bot"))).contains("It can't be undone");
      asking.say("Yes, delete it");
      var last = asking.awaitMessage("bot");
      assertThat(text(last)).startsWith("Your account is closed");

      Waiting.until(
          "both are erased",
          () -> database.text("SELECT count(*) FROM conversation WHERE erased").equals("2"));
      for (var shopper : List.of(asking, elsewhere)) {
        // these nodes share no bus: the one that did not erase it hears with the next pong
        shopper.send(JsonObject.of("type", "ping"));
        shopper.await(
            frame ->
                "message".equals(frame.getString("type")) && frame.getBoolean("erased", false));
      }
      try (var again = ChatClient.connect(VERTX, otherNode.port())) {
        again.resume(asking.token(), 0);
        for (long seq = 1; seq < last.getLong("seq"); seq++) {
          assertThat(again.awaitMessage(seq).getBoolean("erased")).isTrue();
        }
        assertThat(text(again.awaitMessage(last.getLong("seq")))).isEqualTo(text(last));
      }
      stranger.say("are you still there?");
      stranger.awaitMessage("bot");
    }
    assertThat(stored())
        .doesNotContain("Robin", "robin", "Elm Grove")
        .contains("this is Kim", "kim");
    assertThat(database.text("SELECT outcome FROM demo_ledger")).isEqualTo("done");
  }

  private static String text(JsonObject message) {
    return message.getString("text");
  }

  private static JsonObject signed(String user) throws GeneralSecurityException {
    long expires = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signature = mac.doFinal((user + "." + expires).getBytes(StandardCharsets.UTF_8));
    return JsonObject.of(
        "locale",
        "en",
        "identity",
        JsonObject.of(
            "user", user, "expires", expires, "signature", HexFormat.of().formatHex(signature)));
  }

  private static String stored() {
    return database.text(
        """
        SELECT (SELECT string_agg(t::text, ' ') FROM conversation t)
          || (SELECT string_agg(t::text, ' ') FROM message t)
          || coalesce((SELECT string_agg(t::text, ' ') FROM effect t), '')
          || (SELECT string_agg(t::text, ' ') FROM demo_ledger t)
        """);
  }
}
