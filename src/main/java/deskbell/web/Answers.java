package deskbell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends requests. A browser that has gone away meanwhile is no error. */
public final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  /** Answers with JSON that no cache may keep. */
  public static void json(RoutingContext context, int status, JsonObject body) {
    context.response().putHeader("Cache-Control", "no-store");
    send(context, status, "application/json; charset=utf-8", body.encode());
  }

  /** Answers with the value of a future, or as {@link ErrorAnswers} says where it fails. */
  public static void json(RoutingContext context, Future<JsonObject> body) {
    body.onSuccess(value -> json(context, 200, value)).onFailure(context::fail);
  }

  /** Answers without a body. */
  public static void empty(RoutingContext context, int status) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Cache-Control", "no-store")
        .end()
        .onFailure(gone -> LOG.debug("{} was not delivered", context.normalizedPath(), gone));
  }

  /** Answers with a text of this type. */
  public static void send(RoutingContext context, int status, String type, String body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .end(body)
        .onFailure(gone -> LOG.debug("{} was not delivered", context.normalizedPath(), gone));
  }
}
