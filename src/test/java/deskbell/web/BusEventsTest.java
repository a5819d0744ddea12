package deskbell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import deskbell.conversation.Card;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.DeskReceipt;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationEvent.Rated;
import deskbell.conversation.ConversationEvent.Receipt;
import deskbell.conversation.ConversationEvent.Typing;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Invalid;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Seen;
import deskbell.conversation.Sender;
import deskbell.conversation.Source;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BusEventsTest {
  private static final ConversationId ID = ConversationId.random();

  static Stream<ConversationEvent> events() {
    var full =
        new Message(
            7,
            Sender.BOT,
            Optional.of("Ana"),
            "您好 👋",
            Optional.of(6L),
            List.of(new Choice("Yes", "yes")),
            List.of(new Card("Mug", "£9", "https://x/mug.png", "Buy", "https://x/mug")),
            Instant.parse("2026-11-22T09:30:00.123456Z"),
            Optional.of(new Source(Source.Kind.ARTICLE, "delivery-cost")),
            false,
            List.of("article: delivery-cost 0.90", "compared: Tell"));
    var bare =
        new Message(
            8,
            Sender.SHOPPER,
            Optional.empty(),
            "",
            Optional.empty(),
            List.of(),
            List.of(),
            Instant.EPOCH,
            Optional.empty(),
            true,
            List.of());
    return Stream.of(
        new Appended(ID, List.of(full, bare)),
        new ModeChanged(ID, Mode.HUMAN, 3, Optional.of("Ana")),
        new ModeChanged(ID, Mode.CLOSED, 4, Optional.empty()),
        new Typing(ID, Sender.AGENT, true),
        new Receipt(ID, 8, 7),
        new DeskReceipt(ID, new Seen(9, 6)),
        new Rated(ID),
        new Erased(ID));
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_travels_between_nodes(ConversationEvent event) {
    var codec = new EventCodec();
    var wire = Buffer.buffer("before");
    codec.encodeToWire(wire, event);
    wire.appendString("after");

    assertThat(codec.decodeFromWire("before".length(), wire)).isEqualTo(event);
  }

  @Test
  void an_event_that_this_version_does_not_know_is_an_error() {
    var json = JsonObject.of("conversation", ID.toString(), "type", "dreamt");

    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> EventJson.decode(json))
        .withMessage("type is dreamt, which is no event");
  }

  @Test
  void everyone_on_this_node_hears_the_event_itself_until_they_leave() throws Exception {
    var vertx = Vertx.vertx();
    var events = new BusEvents(vertx);
    var here = new LinkedBlockingQueue<ConversationEvent>();
    var there = new LinkedBlockingQueue<ConversationEvent>();
    events.subscribe(here::add);
    var membership = events.subscribe(there::add);
    var event = new Erased(ID);

    events.publish(event);

    assertThat(here.poll(10, TimeUnit.SECONDS)).isSameAs(event);
    assertThat(there.poll(10, TimeUnit.SECONDS)).isSameAs(event);
    membership.cancel();
    events.publish(new Receipt(ID, 1, 1));
    assertThat(here.poll(10, TimeUnit.SECONDS)).isEqualTo(new Receipt(ID, 1, 1));
    assertThat(there).isEmpty();
    vertx.close().await(10, TimeUnit.SECONDS);
  }
}
