package deskbell.console;

import deskbell.console.account.Account;
import deskbell.console.account.SessionToken;
import deskbell.conversation.Refused;
import deskbell.conversation.Unavailable;
import deskbell.web.Edge;
import deskbell.web.Line;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code GET /desk}: the agents' sockets of one event loop. */
public final class DeskEdge implements Edge {
  private static final long SWEEP_MILLIS = 1_000;
  private static final int UPGRADE_REQUIRED = 426;

  private final Console console;
  private final Set<DeskSocket> sockets = new HashSet<>();
  private final Promise<Void> empty = Promise.promise();
  private Context loop;
  private boolean stopping;
  private int now;

  /** Sockets of this console. */
  public DeskEdge(Console console) {
    this.console = console;
  }

  @Override
  public void mount(Router router) {
    loop = Objects.requireNonNull(Vertx.currentContext(), "mount on an event loop");
    loop.owner().setPeriodic(SWEEP_MILLIS, tick -> sweep());
    router.get("/desk").handler(this::arrive).handler(this::admitted);
  }

  private void arrive(RoutingContext context) {
    var request = context.request();
    if (stopping) {
      context.fail(new Unavailable("the server stops; connect again in a moment"));
    } else if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      context.fail(UPGRADE_REQUIRED);
    } else if (!console.site().origins().own(request)) {
      context.fail(new Refused("the desk's socket opens for the desk's own page"));
    } else {
      new Gate(console.signIns(), Routes.AGENTS).handle(context);
    }
  }

  private void admitted(RoutingContext context) {
    var token = Gate.token(context.request()).orElseThrow();
    var account = Gate.visit(context).account();
    console
        .site()
        .upgrade(context.request())
        .onSuccess(socket -> welcome(socket, token, account))
        .onFailure(
            failure -> {
              if (!context.response().ended()) {
                context.fail(failure);
              }
            });
  }

  private void welcome(ServerWebSocket socket, SessionToken token, Account account) {
    var key = account.name().key();
    if (!console.sockets().enter(key)) {
      turnAway(socket);
      return;
    }
    var desk = new DeskSocket(console, loop, socket, token, account, now);
    sockets.add(desk);
    console.metrics().socketOpened();
    socket.closeHandler(
        closed -> {
          console.sockets().leave(key);
          console.metrics().socketClosed();
          sockets.remove(desk);
          desk.closed();
          ended();
        });
  }

  private void turnAway(ServerWebSocket socket) {
    var settings = console.settings();
    new Line(socket, settings.writeQueueBytes(), () -> {})
        .end(
            DeskPush.Problem.of(
                DeskError.TOO_MANY_SOCKETS,
                "more than " + settings.socketsPerAccount() + " sockets of this account are open"));
  }

  private void sweep() {
    now++;
    List.copyOf(sockets).forEach(socket -> socket.sweep(now));
  }

  /** Sends every page away with {@link DeskError#SERVER_STOPPING}; waits for replies at hand. */
  @Override
  public Future<Void> stop() {
    stopping = true;
    List.copyOf(sockets).forEach(DeskSocket::stop);
    ended();
    return empty
        .future()
        .timeout(console.settings().stopWait().toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  private void ended() {
    if (stopping && sockets.isEmpty()) {
      empty.tryComplete();
    }
  }
}
