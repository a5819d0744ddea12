package deskbell.console;

import io.vertx.core.Future;

/** Answers admitted requests of one route. On the event loop. */
@FunctionalInterface
interface Action {
  /** The answer; a failure of the error family is answered as such. */
  Future<Response> on(Visit visit);
}
