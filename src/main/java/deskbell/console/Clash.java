package deskbell.console;

import deskbell.conversation.Conflict;
import deskbell.conversation.Versioned;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What two people change at once. Whoever reads something gets its version; whoever changes it
 * sends that version along, and is answered 409 with what is there now where somebody else was
 * faster. So nothing is replaced that nobody has seen.
 */
final class Clash {
  private static final String VERSION = "version";
  private static final int CONFLICT = 409;

  private Clash() {}

  /** The version that whoever changes something saw; without one they change any. */
  static Optional<Long> seen(Visit visit) {
    return visit.fields().optionalNumber(VERSION);
  }

  /** A thing with its version, as it is read. */
  static JsonObject versioned(JsonObject json, Versioned<?> kept) {
    return json.put(VERSION, kept.version());
  }

  /**
   * A change with what is there now, where somebody else was faster.
   *
   * @param now empty where there is nothing any more
   */
  static Future<Response> told(Future<Response> change, Supplier<Future<JsonObject>> now) {
    return change.recover(
        failure ->
            failure instanceof Conflict conflict
                ? now.get().map(current -> answer(conflict.getMessage(), current))
                : Future.failedFuture(failure));
  }

  /** Somebody else was faster: 409 with what is there now, if anything is. */
  static Response answer(String message, JsonObject current) {
    var response = Response.error(CONFLICT, "conflict", message);
    return current.isEmpty() ? response : response.current(current);
  }
}
