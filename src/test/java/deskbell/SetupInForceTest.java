package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.store.TestDatabase;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator sets while the whole server runs, as shoppers meet it. */
class SetupInForceTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RunningServer server;
  private static Caller admin;

  @BeforeAll
  static void start() throws TimeoutException {
    server = RunningServer.on(database, data, "--origins=https://old.example");
    var first = server.firstSignIn();
    admin = Caller.nobody(CLIENT, server).signedIn(first.name(), first.password());
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
    CLIENT.close();
  }

  @Test
  void outside_the_hours_that_were_set_the_bot_and_the_queue_say_when_somebody_comes() {
    var day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
    var name = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    admin.done(
        "PUT",
        "/api/setup/hours",
        "{\"zone\":\"UTC\",\"spans\":[{\"day\":\"%s\",\"opens\":\"09:00\",\"closes\":\"10:00\"}]}"
            .formatted(name));
    try (var shopper = asked("en")) {
      assertThat(shopper.next("status").path("opens").asText()).startsWith(day + "T09:00");
      assertThat(shopper.everything())
          .containsIgnoringCase("Somebody will be here from 09:00 on " + name);
    }
    admin.done("DELETE", "/api/setup/hours", "");
    try (var shopper = asked("en")) {
      assertThat(shopper.next("status").has("opens")).isFalse();
      assertThat(shopper.everything()).contains("in the queue for a person");
    }
  }

  /** A shopper who has asked for a person and waits. */
  private static Wire asked(String locale) {
    var shopper = Wire.open(CLIENT, server, "/chat");
    shopper.send("{\"type\":\"hello\",\"locale\":\"%s\"}".formatted(locale));
    shopper.next("welcome");
    shopper.send("{\"type\":\"human\",\"id\":\"h1\"}");
    shopper.next("message");
    shopper.next("message");
    return shopper;
  }

  @Test
  void only_the_sites_that_were_set_and_the_servers_own_pages_may_open_the_chat() {
    Wire.open(CLIENT, server, "/chat", "Origin", "https://old.example").close();
    assertThat(Wire.refused(CLIENT, server, "/chat", "Origin", "https://new.example"))
        .isEqualTo(403);
    admin.done("PUT", "/api/setup/origins", "{\"origins\":[\"https://new.example\"]}");
    Wire.open(CLIENT, server, "/chat", "Origin", "https://new.example").close();
    Wire.open(CLIENT, server, "/chat", "Origin", server.at("")).close();
    assertThat(Wire.refused(CLIENT, server, "/chat", "Origin", "https://old.example"))
        .isEqualTo(403);
    admin.done("DELETE", "/api/setup/origins", "");
    Wire.open(CLIENT, server, "/chat", "Origin", "https://old.example").close();
  }
}
