package deskbell.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;

/**
 * A part of the server that answers requests: the chat socket, the desk, static files. One instance
 * belongs to one event loop and is touched by no other thread.
 */
@FunctionalInterface
public interface Edge {
  /** Adds its routes. On the event loop, before the server listens. */
  void mount(Router router);

  /**
   * Lets go of whoever is connected. On the event loop, when the server stops accepting; the server
   * waits for it within {@link WebSettings#stopWait}.
   */
  default Future<Void> stop() {
    return Future.succeededFuture();
  }
}
