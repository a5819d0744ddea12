package deskbell.shop.rest;

import deskbell.shop.Example;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A small HTTP server that answers each request as the test has laid out, and keeps them. */
final class PlayedShop {
  /** A request as it arrived. */
  record Arrived(String method, String path, String token, String key, String body) {}

  private static final Buffer MUCH = Buffer.buffer(" ".repeat(256 * 1024));

  private final HttpServer server;
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final Queue<Handler<HttpServerRequest>> answers = new ArrayDeque<>();

  PlayedShop(Vertx vertx) {
    this.server =
        Example.now(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/api/");
  }

  List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  /** The next request is answered with this. */
  PlayedShop then(int status, String body) {
    return then(request -> request.response().setStatusCode(status).end(body));
  }

  synchronized PlayedShop then(Handler<HttpServerRequest> answer) {
    answers.add(answer);
    return this;
  }

  void close() {
    Example.now(server.close());
  }

  /** Sends a space now and then, for ever. */
  static void trickle(HttpServerRequest request) {
    var response = request.response().setChunked(true);
    response.write(" ").onSuccess(_ -> again(request));
  }

  private static void again(HttpServerRequest request) {
    Vertx.currentContext()
        .owner()
        .timer(20, TimeUnit.MILLISECONDS)
        .compose(_ -> request.response().write(" "))
        .onSuccess(_ -> again(request));
  }

  /** Sends as much as is taken. */
  static void flood(HttpServerRequest request) {
    request.response().setChunked(true);
    more(request);
  }

  private static void more(HttpServerRequest request) {
    request.response().write(MUCH).onSuccess(_ -> more(request));
  }

  static void hangUp(HttpServerRequest request) {
    request.connection().close().onFailure(Throwable::printStackTrace);
  }

  private void answer(HttpServerRequest request) {
    request.body().onSuccess(body -> answer(request, body));
  }

  private synchronized void answer(HttpServerRequest request, Buffer body) {
    arrived.add(
        new Arrived(
            request.method().name(),
            request.uri(),
            request.getHeader("Authorization"),
            request.getHeader("Idempotency-Key"),
            body.toString()));
    answers.remove().handle(request);
  }
}
