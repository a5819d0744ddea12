package deskbell.web;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: the same port on several event loops, each with edges of its own. */
public final class WebServer {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Vertx vertx;
  private final WebSettings settings;
  private final Site site;
  private final List<Supplier<Edge>> edges;
  private final Queue<WebLoop> loops = new ConcurrentLinkedQueue<>();

  /** A server with these edges, asked in this order; each event loop makes its own of each. */
  public WebServer(Vertx vertx, WebSettings settings, Site site, List<Supplier<Edge>> edges) {
    this.vertx = vertx;
    this.settings = settings;
    this.site = site;
    this.edges = List.copyOf(edges);
  }

  /** Listens. Fails where the port is taken or the certificate cannot be read. */
  public Future<WebServer> start() {
    var options = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
    return vertx
        .deployVerticle(this::loop, options)
        .onSuccess(id -> LOG.info("listening on {}:{}", settings.host(), port()))
        .map(id -> this);
  }

  private WebLoop loop() {
    var loop = new WebLoop(settings, site, edges);
    loops.add(loop);
    return loop;
  }

  /** The port it listens on. */
  public int port() {
    return loops.element().port();
  }

  /**
   * Stops accepting, sends sockets away so that they come back to the next server, and waits for
   * what is running, {@link WebSettings#stopWait} at most. Never fails.
   */
  public Future<Void> stop() {
    var stopped = loops.stream().map(this::stop).toList();
    return Future.join(stopped)
        .timeout(2 * settings.stopWait().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure -> {
              LOG.warn("the server did not stop in order", failure);
              return Future.succeededFuture();
            })
        .mapEmpty();
  }

  private Future<Void> stop(WebLoop loop) {
    Promise<Void> stopped = Promise.promise();
    loop.onLoop(() -> loop.stop(settings.stopWait()).onComplete(stopped));
    return stopped.future();
  }
}
