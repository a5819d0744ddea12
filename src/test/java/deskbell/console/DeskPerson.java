package deskbell.console;

import static deskbell.store.TestDatabase.await;

import deskbell.console.DeskServer.Answered;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Somebody with a browser, for tests: cookies, CSRF value, requests and sockets. */
record DeskPerson(Vertx vertx, int port, Map<String, String> headers, Optional<String> csrf) {
  /** The same person with a session. */
  DeskPerson as(String cookie, String csrfValue) {
    return new DeskPerson(vertx, port, Map.of("Cookie", cookie), Optional.of(csrfValue));
  }

  /** The same person, sending one more header. */
  DeskPerson with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new DeskPerson(vertx, port, Map.copyOf(more), csrf);
  }

  /** The same person, whose page does not know the CSRF value. */
  DeskPerson withoutCsrf() {
    return new DeskPerson(vertx, port, headers, Optional.empty());
  }

  Answered signIn(String name, String password) {
    return post("/api/session", new JsonObject().put("name", name).put("password", password));
  }

  Answered get(String path) {
    return send(HttpMethod.GET, path, Buffer.buffer());
  }

  Answered post(String path, JsonObject body) {
    return send(HttpMethod.POST, path, body.toBuffer());
  }

  Answered put(String path, JsonObject body) {
    return send(HttpMethod.PUT, path, body.toBuffer());
  }

  Answered delete(String path) {
    return send(HttpMethod.DELETE, path, Buffer.buffer());
  }

  Answered send(HttpMethod method, String path, Buffer body) {
    var request = WebClient.create(vertx).request(method, port, "localhost", path);
    headers.forEach(request::putHeader);
    csrf.ifPresent(value -> request.putHeader(Gate.CSRF, value));
    var answer = answered(await(request.sendBuffer(body)));
    ApiContract.SHIPPED.check(method, path, body, answer.status(), answer.body());
    return answer;
  }

  private static Answered answered(HttpResponse<Buffer> response) {
    var headers = new HashMap<String, String>();
    response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    var body = response.body();
    return new Answered(
        response.statusCode(),
        body == null || body.length() == 0 ? new JsonObject() : new JsonObject(body),
        headers);
  }

  /** Opens the desk's socket; throws what the upgrade fails with. */
  DeskClient connect() {
    var options = new WebSocketConnectOptions().setHost("localhost").setPort(port).setURI("/desk");
    headers.forEach(options::putHeader);
    return DeskClient.connect(vertx, options);
  }

  /** Opens the desk's socket and says hello. */
  DeskClient atTheDesk() {
    var client = connect();
    client.send(new JsonObject().put("type", "hello").put("csrf", csrf.orElseThrow()));
    client.next("welcome");
    return client;
  }
}
