package deskbell.webchat;

import deskbell.answering.Turn;
import io.vertx.core.Future;

/** Takes accepted turns for answering. */
@FunctionalInterface
public interface Turns {
  /**
   * Queues a turn behind those of its conversation and returns at once; the future completes once
   * the answer is stored or dropped, and never fails. Any thread.
   */
  Future<Void> answer(Turn turn);
}
