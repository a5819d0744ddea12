package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Mode;
import deskbell.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What shoppers who wait are told of the queue while others are served. */
class PlacesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final int CROWD = 12;

  private ChatServer server;

  @BeforeEach
  void a_server_that_tells_places_by_itself_once_an_hour() {
    server = ChatServer.start(database, TestSettings.standingEvery(Duration.ofHours(1)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoever_waits_hears_soon_that_somebody_ahead_is_served() {
    try (var shopper = waiting("s1")) {
      server.place = 1;
      served(1);
      shopper.await(status -> place(status) == 1);
    }
  }

  @Test
  void many_who_wait_and_many_who_are_served_cost_few_looks() {
    var shoppers = Stream.iterate(1, i -> i + 1).limit(CROWD).map(i -> waiting("s" + i)).toList();
    var before = server.looks.get();
    server.place = 1;
    served(CROWD);
    shoppers.forEach(shopper -> shopper.await(status -> place(status) == 1));
    // one look for each event loop that has some of them, and another where the events came in
    // between
    assertThat(server.looks.get() - before).isLessThan(CROWD);
    shoppers.forEach(ChatClient::close);
  }

  private ChatClient waiting(String id) {
    var client = server.connect();
    client.hello();
    client.send(new JsonObject().put("type", "human").put("id", id));
    client.await(status -> place(status) == 2 && status.getString("mode").equals("waiting"));
    return client;
  }

  private static int place(JsonObject frame) {
    return frame.getString("type").equals("status") ? frame.getInteger("position") : 0;
  }

  /** Agents take so many at once. */
  private void served(int shoppers) {
    Stream.generate(ConversationId::random)
        .limit(shoppers)
        .map(id -> new ModeChanged(id, Mode.HUMAN, 3, Optional.of("Mia")))
        .forEach(server.events::publish);
  }
}
