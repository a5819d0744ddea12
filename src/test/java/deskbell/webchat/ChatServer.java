package deskbell.webchat;

import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Conversations;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Handover;
import deskbell.conversation.Reply;
import deskbell.store.PgConversations;
import deskbell.store.PgSessions;
import deskbell.store.TestDatabase;
import deskbell.web.BusEvents;
import deskbell.web.Metrics;
import deskbell.web.Site;
import deskbell.web.WebServer;
import deskbell.web.WebSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A real server with the chat socket alone, for tests. Its bot says back what it hears; "menu"
 * makes it ask with two choices, "silence" keeps it silent, "slow" makes it wait for {@link #gate},
 * and asking for a person hands over.
 */
final class ChatServer implements AutoCloseable {
  final Vertx vertx;
  final Events events;
  final Metrics metrics = new Metrics();
  final Chat chat;
  final Conversations conversations;

  /** Until it is completed, "slow" is not answered. */
  final Promise<Void> gate = Promise.promise();

  /** The place in the queue that everyone is told. */
  volatile int place = 2;

  /** How often it was asked for. */
  final AtomicInteger looks = new AtomicInteger();

  private final WebServer server;

  private ChatServer(
      Vertx vertx,
      WebSettings web,
      SocketSettings settings,
      Sessions sessions,
      Conversations conversations) {
    this.vertx = vertx;
    this.conversations = conversations;
    events = new BusEvents(vertx);
    var site = new Site(web);
    chat =
        new Chat(
            vertx,
            settings,
            site,
            sessions,
            conversations,
            this::answer,
            this::standings,
            events,
            metrics,
            InstantSource.system());
    server = new WebServer(vertx, web, site, List.of(() -> new ChatEdge(chat)));
  }

  /** A server of its own on this database. */
  static ChatServer start(TestDatabase database, SocketSettings settings) {
    return start(database, settings, WebSettings.DEFAULTS);
  }

  static ChatServer start(TestDatabase database, SocketSettings settings, WebSettings web) {
    var vertx = Vertx.vertx();
    var open = database.open(vertx);
    return start(vertx, web, settings, new PgSessions(open), new PgConversations(open));
  }

  static ChatServer start(
      Vertx vertx,
      WebSettings web,
      SocketSettings settings,
      Sessions sessions,
      Conversations conversations) {
    var here = web.at("localhost", 0);
    var chat = new ChatServer(vertx, here, settings, sessions, conversations);
    TestDatabase.await(chat.server.start());
    return chat;
  }

  int port() {
    return server.port();
  }

  ChatClient connect() {
    return ChatClient.connect(vertx, port());
  }

  ChatClient connect(Map<String, String> headers) {
    return ChatClient.connect(vertx, port(), headers);
  }

  /** Stops in order, leaving Vert.x and the database open. */
  void stop() {
    TestDatabase.await(server.stop());
  }

  @Override
  public void close() {
    chat.close();
    TestDatabase.await(vertx.close());
    metrics.close();
  }

  /** The desk is open to everyone. */
  private Future<Map<ConversationId, Desk.Standing>> standings(Set<ConversationId> conversations) {
    looks.incrementAndGet();
    var standing = new Desk.Standing(true, Optional.of(place), Optional.of(180), Optional.empty());
    return Future.succeededFuture(
        conversations.stream().collect(Collectors.toMap(Function.identity(), _ -> standing)));
  }

  private Future<Void> answer(Turn turn) {
    return switch (turn.ask().text()) {
      case "silence" -> Future.succeededFuture();
      case "slow" -> gate.future().compose(open -> said(turn));
      default -> said(turn);
    };
  }

  private Future<Void> said(Turn turn) {
    var text = turn.ask().text();
    var reply = Reply.of("You said: " + text);
    var choices = List.of(new Choice("Yes", "yes"), new Choice("No", "no"));
    var answer =
        new Answer(
            List.of(text.equals("menu") ? reply.with(choices) : reply),
            Memory.EMPTY,
            turn.ask() instanceof Ask.Human
                ? Optional.of(new Handover("asked", Map.of()))
                : Optional.empty(),
            List.of("said: " + text));
    return conversations
        .commit(turn, answer)
        .onSuccess(committed -> tell(turn, committed))
        .onFailure(
            failure -> {
              throw new AssertionError(failure);
            })
        .mapEmpty();
  }

  private void tell(Turn turn, Committed committed) {
    if (committed instanceof Committed.Written written) {
      events.publish(new Appended(turn.conversation(), written.messages()));
      events.publish(
          new ModeChanged(turn.conversation(), written.mode(), written.epoch(), Optional.empty()));
    }
  }
}
