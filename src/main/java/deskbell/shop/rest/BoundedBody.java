package deskbell.shop.rest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Collects an answer's body up to a size; one that is larger fails as soon as that shows. */
final class BoundedBody {
  private final Promise<Buffer> whole = Promise.promise();
  private final Buffer collected = Buffer.buffer();
  private final int maxBytes;

  private BoundedBody(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The body; call as the answer's head arrives, before anything else is awaited. */
  static Future<Buffer> of(HttpClientResponse answer, int maxBytes) {
    var body = new BoundedBody(maxBytes);
    answer
        .exceptionHandler(body.whole::tryFail)
        .endHandler(_ -> body.whole.tryComplete(body.collected))
        .handler(body::add);
    return body.whole.future();
  }

  private void add(Buffer chunk) {
    if (collected.length() + chunk.length() > maxBytes) {
      whole.tryFail(new Nonsense("is larger than " + maxBytes + " bytes"));
    } else if (!whole.future().isComplete()) {
      collected.appendBuffer(chunk);
    }
  }
}
