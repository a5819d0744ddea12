package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import deskbell.console.ApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who asks the REST interface of a running server, with headers of their own. */
record Caller(HttpClient client, RunningServer server, Map<String, String> headers) {
  /** Nobody in particular. */
  static Caller nobody(HttpClient client, RunningServer server) {
    return new Caller(client, server, Map.of());
  }

  Caller with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Caller(client, server, more);
  }

  Caller without(String name) {
    var fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Caller(client, server, fewer);
  }

  /** The same, signed in. */
  Caller signedIn(String name, String password) {
    var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    var answer = ask("POST", "/api/session", body);
    assertThat(answer.statusCode()).isEqualTo(200);
    var cookie = answer.headers().firstValue("set-cookie").orElseThrow();
    return with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("X-CSRF-Token", ApiContract.tree(answer.body()).path("csrf").asText());
  }

  HttpResponse<String> ask(String method, String path, String body) {
    var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request = HttpRequest.newBuilder(URI.create(server.at(path))).method(method, publisher);
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** The body of an answer that has to be a success. */
  JsonNode done(String method, String path, String body) {
    var answer = ask(method, path, body);
    assertThat(answer.statusCode()).as(method + " " + path + answer.body()).isBetween(200, 299);
    return ApiContract.tree(answer.body().isEmpty() ? "{}" : answer.body());
  }
}
