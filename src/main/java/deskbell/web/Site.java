package deskbell.web;

import deskbell.conversation.Refused;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all edges know of whoever connects. One for the server, shared by all threads. */
public final class Site {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);

  private final Proxies proxies;
  private final Origins origins;
  private final RefusedOrigins refused = new RefusedOrigins();
  private final AddressLimit connections;

  /** As the settings say. */
  public Site(WebSettings settings) {
    this(settings, settings::allowedOrigins);
  }

  /**
   * As the settings say, but for the pages that may open sockets, which are asked for each time.
   */
  public Site(WebSettings settings, Supplier<List<String>> allowedOrigins) {
    proxies = new Proxies(settings.trustedProxies());
    origins = new Origins(allowedOrigins, proxies);
    connections = new AddressLimit(settings.maxConnectionsPerAddress());
  }

  /** Finds addresses behind proxies. */
  public Proxies proxies() {
    return proxies;
  }

  /** Decides which pages may open sockets. */
  public Origins origins() {
    return origins;
  }

  /**
   * Makes a WebSocket of a request; fails with {@link Refused} where the page may not open one. An
   * open socket does not count as a connection any more: its edge counts it.
   */
  public Future<ServerWebSocket> upgrade(HttpServerRequest request) {
    if (!origins.allow(request)) {
      var origin = request.getHeader("Origin");
      refused.add(origin);
      return Future.failedFuture(new Refused("origin " + origin + " may not open a socket here"));
    }
    return request
        .toWebSocket()
        .onSuccess(
            socket -> {
              // the close handler of an upgraded connection is never called
              var peer = InetAddress.ofLiteral(socket.remoteAddress().hostAddress());
              if (!proxies.trusts(peer)) {
                connections.leave(AddressLimit.key(peer));
              }
            });
  }

  /**
   * Counts a connection by its address, unless it is a proxy's, and closes it where too many are.
   */
  void connected(HttpConnection connection) {
    var peer = InetAddress.ofLiteral(connection.remoteAddress().hostAddress());
    if (proxies.trusts(peer)) {
      return;
    }
    var key = AddressLimit.key(peer);
    if (connections.enter(key)) {
      connection.closeHandler(closed -> connections.leave(key));
    } else {
      connection
          .close()
          .onFailure(failure -> LOG.debug("closing a connection of {} failed", peer, failure));
    }
  }

  /** How many connections an address holds. */
  int connections(InetAddress address) {
    return connections.count(AddressLimit.key(address));
  }
}
