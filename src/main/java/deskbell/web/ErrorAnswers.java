package deskbell.web;

import deskbell.conversation.Busy;
import deskbell.conversation.Conflict;
import deskbell.conversation.DeskbellException;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import deskbell.conversation.Refused;
import deskbell.conversation.TooMany;
import deskbell.conversation.Unavailable;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one map from failures to HTTP: a status and {@code {"error":{"code","message","field"?}}}.
 * Causes stay in the log.
 */
public final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
  private static final int RETRY_SECONDS = 5;
  private static final int INTERNAL = 500;

  private ErrorAnswers() {}

  /** Answers a request that failed, whether by an exception or by a bare status. */
  public static void answer(RoutingContext context) {
    switch (context.failure()) {
      case DeskbellException known -> answer(context, known);
      case HttpException http -> bare(context, http.getStatusCode());
      case null -> bare(context, context.statusCode() < 0 ? INTERNAL : context.statusCode());
      case Throwable unexpected -> {
        LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), unexpected);
        bare(context, INTERNAL);
      }
    }
  }

  private static void answer(RoutingContext context, DeskbellException failure) {
    LOG.debug("{} {} refused", context.request().method(), context.normalizedPath(), failure);
    var error = new JsonObject().put("code", code(failure)).put("message", failure.getMessage());
    switch (failure) {
      case Invalid invalid -> error.put("field", invalid.field());
      case TooMany many -> retryAfter(context, many.retryAfter().toSeconds());
      case Busy _, Unavailable _ -> retryAfter(context, RETRY_SECONDS);
      case NotFound _, Refused _, Conflict _ -> {}
    }
    send(context, status(failure), error);
  }

  private static void bare(RoutingContext context, int status) {
    var reason = HttpResponseStatus.valueOf(status).reasonPhrase().toLowerCase(Locale.ROOT);
    send(
        context,
        status,
        new JsonObject()
            .put("code", reason.replace(' ', '_'))
            .put("message", context.normalizedPath() + ": " + reason));
  }

  private static void send(RoutingContext context, int status, JsonObject error) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    Answers.json(context, status, new JsonObject().put("error", error));
  }

  private static void retryAfter(RoutingContext context, long seconds) {
    context.response().putHeader("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  /** The HTTP status of a failure. */
  public static int status(DeskbellException failure) {
    return switch (failure) {
      case Invalid _ -> 400;
      case Refused _ -> 403;
      case NotFound _ -> 404;
      case Conflict _ -> 409;
      case TooMany _ -> 429;
      case Busy _, Unavailable _ -> 503;
    };
  }

  /** The name of a failure on the wire. */
  public static String code(DeskbellException failure) {
    return switch (failure) {
      case Invalid _ -> "invalid";
      case Refused _ -> "refused";
      case NotFound _ -> "not_found";
      case Conflict _ -> "conflict";
      case TooMany _ -> "rate_limited";
      case Busy _ -> "busy";
      case Unavailable _ -> "unavailable";
    };
  }
}
