package deskbell.webchat;

import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.web.AddressLimit;
import deskbell.web.Edge;
import deskbell.web.Line;
import deskbell.webchat.Arrivals.Guest;
import deskbell.webchat.ServerFrame.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code GET /chat}: the shoppers' sockets of one event loop. One sweep a second does for all of
 * them what would otherwise take a timer each.
 */
public final class ChatEdge implements Edge {
  private static final long SWEEP_MILLIS = 1_000;
  private static final int FORGET_EVERY = 30;
  private static final int UPGRADE_REQUIRED = 426;

  private final Chat chat;
  private final Set<ShopperSocket> sockets = new HashSet<>();
  private final Promise<Void> empty = Promise.promise();
  private Vertx vertx;
  private Context loop;
  private Pulses pulses;
  private Places places;
  private boolean stopping;
  private int now;

  /** Sockets of this chat. */
  public ChatEdge(Chat chat) {
    this.chat = chat;
  }

  @Override
  public void mount(Router router) {
    loop = Objects.requireNonNull(Vertx.currentContext(), "mount on an event loop");
    vertx = loop.owner();
    pulses = new Pulses(vertx, chat.sessions(), chat.settings().times().retryAfter());
    places = new Places(vertx, chat);
    vertx.setPeriodic(SWEEP_MILLIS, tick -> sweep());
    router.get("/chat").handler(this::open);
  }

  private void open(RoutingContext context) {
    var request = context.request();
    if (stopping) {
      context.fail(new Unavailable("the server stops; connect again in a moment"));
    } else if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      context.fail(UPGRADE_REQUIRED);
    } else {
      var guest = guest(request);
      chat.site()
          .upgrade(request)
          .onSuccess(socket -> welcome(socket, guest))
          .onFailure(
              failure -> {
                if (!context.response().ended()) {
                  context.fail(failure);
                }
              });
    }
  }

  private Guest guest(HttpServerRequest request) {
    var address = AddressLimit.key(chat.site().proxies().client(request));
    var languages = Optional.ofNullable(request.getHeader("Accept-Language")).orElse("");
    return new Guest(
        address,
        Stream.of(languages.split("[,;]", -1))
            .flatMap(tag -> Language.ofTag(tag.strip()).stream())
            .findFirst()
            .orElse(Language.EN));
  }

  private void welcome(ServerWebSocket socket, Guest guest) {
    if (!chat.sockets().enter(guest.address())) {
      turnAway(socket);
      return;
    }
    var shopper = new ShopperSocket(chat, pulses, places, loop, socket, guest, now);
    sockets.add(shopper);
    chat.metrics().socketOpened();
    socket.closeHandler(
        closed -> {
          chat.sockets().leave(guest.address());
          chat.metrics().socketClosed();
          sockets.remove(shopper);
          shopper.closed();
          ended();
        });
  }

  private void turnAway(ServerWebSocket socket) {
    var settings = chat.settings();
    new Line(socket, settings.limits().writeQueueBytes(), () -> {})
        .end(
            Problem.of(
                    ErrorCode.TOO_MANY_SOCKETS,
                    "more than "
                        + settings.limits().socketsPerAddress()
                        + " sockets are open from this address")
                .retry(settings.times().retryAfter()));
  }

  private void sweep() {
    now++;
    // a socket that ends here leaves the set later, when it has closed
    List.copyOf(sockets).forEach(socket -> socket.sweep(now));
    places.sweep(now);
    if (now % FORGET_EVERY == 0) {
      chat.messages().sweep(chat.clock().millis());
      chat.arrivals().sweep();
    }
  }

  /** Sends every widget away with {@link ErrorCode#SERVER_STOPPING}; waits for frames at hand. */
  @Override
  public Future<Void> stop() {
    stopping = true;
    List.copyOf(sockets).forEach(ShopperSocket::stop);
    ended();
    return empty
        .future()
        .timeout(chat.settings().times().stopWait().toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  private void ended() {
    if (stopping && sockets.isEmpty()) {
      empty.tryComplete();
    }
  }
}
