package deskbell.journey;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.FiledShop;
import deskbell.ShiftedClock;
import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.Reply;
import deskbell.rehearsal.Exchange;
import deskbell.rehearsal.Verdict;
import deskbell.webchat.ChatClient;
import deskbell.webchat.Secret;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Has a rehearsed conversation again over a real socket, and notes where it goes another way.
 * Belongs to one thread.
 */
final class SocketShopper implements AutoCloseable {
  /** The secret that the server shares with the shop. */
  static final Secret SECRET = new Secret("of the stage");

  private static final long DAY = 86_400;

  private final Vertx vertx;
  private final Verdict rehearsed;
  private final JsonObject hello;
  private final List<String> differences = new ArrayList<>();
  private ChatClient client;
  private String token;
  private long seq;

  private SocketShopper(Vertx vertx, Verdict rehearsed, JsonObject hello) {
    this.vertx = vertx;
    this.rehearsed = rehearsed;
    this.hello = hello;
  }

  /** Begins the conversation; the shop then knows what its calls bring. */
  static SocketShopper hello(
      Vertx vertx, int port, Verdict rehearsed, FiledShop shop, ShiftedClock clock)
      throws IOException {
    var written = rehearsed.conversation();
    var hello = JsonObject.of("locale", written.language().code());
    written.signedIn().ifPresent(user -> hello.put("identity", signed(user, clock)));
    var shopper = new SocketShopper(vertx, rehearsed, hello);
    shopper.client = ChatClient.connect(vertx, port);
    shopper.client.hello(hello);
    shopper.token = shopper.client.token();
    shop.expect(shopper.client.conversation(), rehearsed.exchanges());
    return shopper;
  }

  private static JsonObject signed(String user, ShiftedClock clock) {
    var expires = clock.instant().getEpochSecond() + DAY;
    return JsonObject.of(
        "user", user, "expires", expires, "signature", SECRET.sign(user + "." + expires));
  }

  /** Turns that the conversation has. */
  int turns() {
    return rehearsed.exchanges().size();
  }

  /** Takes a turn, from 0, and hears its answer. */
  void turn(int turn) {
    send(turn);
    hear(turn);
  }

  /** Says or presses what the turn does, and waits until it is acknowledged. */
  void send(int turn) {
    var id = UUID.randomUUID().toString();
    var frame =
        switch (exchange(turn).ask()) {
          case Ask.Say(var text) -> JsonObject.of("type", "say", "text", text);
          case Ask.Choose(_, var value, _) ->
              JsonObject.of("type", "choose", "message", seq, "value", value);
          case Ask.Human _ -> throw new IllegalStateException("no written conversation has it");
        };
    client.send(frame.put("id", id));
    client.await(
        answer -> "ack".equals(answer.getString("type")) && id.equals(answer.getString("id")));
    seq++;
  }

  /** Waits for the answer, and compares it with the rehearsal's. */
  void hear(int turn) {
    for (var reply : exchange(turn).answer().replies()) {
      seq++;
      var message = client.awaitMessage(seq);
      var said = said(message);
      if (!said.equals(said(reply))) {
        differences.add(
            "%s (%s), turn %d: rehearsed %s, but over the socket %s"
                .formatted(
                    rehearsed.conversation().flow(),
                    rehearsed.conversation().name(),
                    turn + 1,
                    said(reply),
                    said));
      }
    }
  }

  private static String said(Reply reply) {
    return reply.text() + " " + reply.choices().stream().map(Choice::value).toList();
  }

  private static String said(JsonObject message) {
    var choices = new ArrayList<String>();
    if (message.containsKey("choices")) {
      message
          .getJsonArray("choices")
          .forEach(choice -> choices.add(((JsonObject) choice).getString("value")));
    }
    return message.getString("text") + " " + choices;
  }

  /** Takes the conversation up again on another server, as a widget does: with the same sign-in. */
  void resume(int port) {
    var conversation = client.conversation();
    client = ChatClient.connect(vertx, port);
    client.hello(hello.copy().put("resume", token).put("after", seq));
    assertThat(client.conversation()).as("the conversation taken up").isEqualTo(conversation);
  }

  private Exchange exchange(int turn) {
    return rehearsed.exchanges().get(turn);
  }

  /** Where it went another way. */
  List<String> differences() {
    return differences;
  }

  @Override
  public void close() {
    client.close();
  }
}
