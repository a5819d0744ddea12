package deskbell.web;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's share of the server, with edges of its own. */
final class WebLoop extends VerticleBase {
  /**
   * Bytes of a WebSocket frame above which the connection is cut without a word; edges answer for
   * smaller limits themselves.
   */
  private static final int MAX_FRAME_BYTES = 65_536;

  private static final Logger LOG = LoggerFactory.getLogger(WebLoop.class);
  private static final Pattern MISESCAPED = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final int BAD_REQUEST = 400;
  private static final int MAX_LINE_BYTES = 4_096;
  private static final int MAX_HEADER_BYTES = 16_384;
  private static final int SOCKET_CLOSING_SECONDS = 5;

  private final WebSettings settings;
  private final Site site;
  private final List<Edge> edges;
  private HttpServer server;

  WebLoop(WebSettings settings, Site site, List<Supplier<Edge>> edges) {
    this.settings = settings;
    this.site = site;
    this.edges = edges.stream().map(Supplier::get).toList();
  }

  @Override
  public Future<?> start() {
    var router = Router.router(vertx);
    router.route().handler(new SecurityHeaders(site.proxies()));
    edges.forEach(edge -> edge.mount(router));
    router.route().failureHandler(ErrorAnswers::answer);
    router.errorHandler(404, ErrorAnswers::answer);
    router.errorHandler(405, ErrorAnswers::answer);
    router.errorHandler(500, ErrorAnswers::answer);
    server =
        vertx
            .createHttpServer(options())
            .connectionHandler(site::connected)
            .requestHandler(request -> route(router, request));
    return server.listen();
  }

  /** The router cannot read a path that is escaped wrongly, and would blame the server for it. */
  private static void route(Router router, HttpServerRequest request) {
    if (request.path() != null && MISESCAPED.matcher(request.path()).find()) {
      request
          .response()
          .setStatusCode(BAD_REQUEST)
          .end()
          .onFailure(gone -> LOG.debug("gone", gone));
    } else {
      router.handle(request);
    }
  }

  private HttpServerOptions options() {
    var options =
        new HttpServerOptions()
            .setHost(settings.host())
            // a negative port is a free one that all loops share
            .setPort(settings.port() == 0 ? -1 : settings.port())
            .setIdleTimeout(Math.toIntExact(settings.idle().toSeconds()))
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            // or a connection would be noticed only when its first bytes come
            .setHttp2ClearTextEnabled(false)
            .setMaxInitialLineLength(MAX_LINE_BYTES)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setMaxWebSocketFrameSize(MAX_FRAME_BYTES)
            .setMaxWebSocketMessageSize(MAX_FRAME_BYTES)
            // a compressor costs each socket more memory than everything else together
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setWebSocketClosingTimeout(SOCKET_CLOSING_SECONDS);
    settings
        .tls()
        .ifPresent(
            tls ->
                options
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .setCertPath(tls.certificate().toString())
                            .setKeyPath(tls.key().toString())));
    return options;
  }

  /** The port that the server listens on. */
  int port() {
    return server.actualPort();
  }

  /** Runs a task on this loop. Any thread. */
  void onLoop(Runnable task) {
    context.runOnContext(now -> task.run());
  }

  /** Stops accepting, lets the edges go, then closes what is left, within the time given. */
  Future<Void> stop(Duration wait) {
    var closed = server.shutdown(wait.toMillis(), TimeUnit.MILLISECONDS);
    var left = edges.stream().map(Edge::stop).toList();
    return Future.join(left).transform(done -> closed);
  }
}
