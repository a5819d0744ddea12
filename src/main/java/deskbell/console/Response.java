package deskbell.console;

import deskbell.web.Answers;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * What a request is answered with. Failures of the error family are answered by {@code web}; the
 * errors here are the console's own.
 */
record Response(int status, Optional<JsonObject> body) {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  static Response ok(JsonObject body) {
    return new Response(OK, Optional.of(body));
  }

  static Response created(JsonObject body) {
    return new Response(CREATED, Optional.of(body));
  }

  static Response done() {
    return new Response(NO_CONTENT, Optional.empty());
  }

  static Response error(int status, String code, String message) {
    var error = new JsonObject().put("code", code).put("message", message);
    return new Response(status, Optional.of(new JsonObject().put("error", error)));
  }

  /** The same error with when to try again. */
  Response retryAfter(Duration wait) {
    var seconds = Math.max(1, wait.toSeconds());
    body.orElseThrow().getJsonObject("error").put("retryAfterSeconds", seconds);
    return this;
  }

  /** The same error with what is there now. */
  Response current(JsonObject now) {
    body.orElseThrow().put("current", now);
    return this;
  }

  void send(RoutingContext context) {
    body.ifPresentOrElse(
        json -> Answers.json(context, status, json), () -> Answers.empty(context, status));
  }
}
