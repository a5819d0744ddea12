package deskbell.webchat;

import deskbell.PageServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A page of another site, with the widget on it as a shop puts it there, under the strictest policy
 * that the documentation promises to suffice.
 */
final class ShopPage implements AutoCloseable {
  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Fig and Fern</title><link rel="icon" href="data:,"></head>
      <body><main><h1>Fig and Fern</h1></main>
      <script type="module" src="SCRIPT" data-name="Fig and Fern"ATTRIBUTES></script></body></html>
      """;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  /** A page with the widget of this server and these further attributes of the script. */
  ShopPage(PageServer desk, String attributes) throws TimeoutException {
    var origin = desk.at("");
    var policy =
        "default-src 'none'; script-src %s; connect-src %s %s; img-src https: data:; base-uri 'none'; require-trusted-types-for 'script'"
            .formatted(origin, origin, origin.replace("http", "ws"));
    var html =
        HTML.replace("SCRIPT", desk.at("/widget/widget.js")).replace("ATTRIBUTES", attributes);
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .putHeader("Content-Security-Policy", policy)
                        .end(html))
            .listen(0, "127.0.0.1")
            .await(10, TimeUnit.SECONDS);
  }

  /** Its address, of another site than the desk's. */
  String address() {
    return "http://localhost:" + server.actualPort() + "/";
  }

  @Override
  public void close() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }
}
