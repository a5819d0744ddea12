package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;

/** Somebody who is signed in to a running server and works over HTTP, as the desk's pages do. */
final class Editor {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final RunningServer server;
  private final String csrf;

  /** Signs in with the sign-in made at the server's first start. */
  Editor(RunningServer server) {
    this.server = server;
    var first = server.firstSignIn();
    csrf =
        send("POST", "/api/session", "", body(first.name(), first.password())).get("csrf").asText();
  }

  private static ObjectNode body(String name, String password) {
    return json().put("name", name).put("password", password);
  }

  static ObjectNode json() {
    return JSON.createObjectNode();
  }

  JsonNode get(String path) {
    return send("GET", path, csrf, json());
  }

  JsonNode post(String path, ObjectNode body) {
    return send("POST", path, csrf, body);
  }

  /** Saves a draft of the article of an id, whether there is one or not. */
  void draft(String id, String language, UnaryOperator<ObjectNode> fields) {
    var listed = get("/api/articles?query=" + id + "&language=" + language).get("total").asInt();
    var path = "/api/articles/" + id + "/" + language;
    if (listed == 0) {
      post("/api/articles", fields.apply(json().put("id", id).put("language", language)));
    } else {
      var version = get(path).get("version").asLong();
      send("PUT", path, csrf, fields.apply(json().put("version", version)));
    }
  }

  /** Puts an article's draft in force. */
  JsonNode publish(String id, String language) {
    var path = "/api/articles/" + id + "/" + language;
    return post(path + "/publish", json().put("version", get(path).get("version").asLong()));
  }

  /** What a shopper would be answered. */
  JsonNode ask(String text, String language) {
    return post("/api/ask", json().put("text", text).put("language", language));
  }

  private JsonNode send(String method, String path, String token, ObjectNode body) {
    var publisher =
        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    var request =
        HttpRequest.newBuilder(URI.create(server.at(path)))
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", token)
            .method(method, publisher)
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
      return JSON.readTree(response.body());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
