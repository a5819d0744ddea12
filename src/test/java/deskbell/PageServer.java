package deskbell;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Serves the browser code from the working tree under the strictest policy it has to run under;
 * what answers it is faked by the test.
 */
public final class PageServer implements AutoCloseable {
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:;"
          + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " require-trusted-types-for 'script'";
  private static final int SECONDS = 30;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  /** Starts on a free port. */
  public PageServer(Consumer<Router> edges) throws TimeoutException {
    this(0, edges);
  }

  /** Starts on this port, so that pages find it again after a stop. */
  public PageServer(int port, Consumer<Router> edges) throws TimeoutException {
    var router = Router.router(vertx);
    router.route().handler(PageServer::guard);
    edges.accept(router);
    router.get("/").handler(context -> context.reroute("/shop/index.html"));
    router.get("/*").handler(pages());
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(port, "127.0.0.1")
            .await(SECONDS, TimeUnit.SECONDS);
  }

  private static void guard(io.vertx.ext.web.RoutingContext context) {
    context.response().putHeader("Content-Security-Policy", POLICY);
    context.next();
  }

  private static StaticHandler pages() {
    var folder = Path.of("webchat").toAbsolutePath().toString();
    return StaticHandler.create(FileSystemAccess.ROOT, folder).setCachingEnabled(false);
  }

  /** Where it listens. */
  public int port() {
    return server.actualPort();
  }

  /** The address of a path. */
  public String at(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  @Override
  public void close() throws TimeoutException {
    vertx.close().await(SECONDS, TimeUnit.SECONDS);
  }
}
