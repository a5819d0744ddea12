package deskbell.shop.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** A status and a body of the shop. */
record RestAnswer(int status, Buffer body) {
  static final int OK = 200;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int UNPROCESSABLE = 422;
  private static final int FIRST_SERVER_ERROR = 500;

  /** True where the shop itself is broken, so that another attempt may find it well. */
  boolean shopFailed() {
    return status >= FIRST_SERVER_ERROR;
  }

  /** The body's one JSON object. */
  Fields json() {
    try {
      return Fields.of(new JsonObject(body));
    } catch (DecodeException malformed) {
      throw new Nonsense("is not a JSON object", malformed);
    }
  }

  /** An answer whose status is none of those documented for the request. */
  Nonsense unexpected() {
    return new Nonsense("has the status " + status);
  }
}
