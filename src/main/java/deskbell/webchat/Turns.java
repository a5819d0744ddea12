package deskbell.webchat;

import deskbell.answering.Turn;

/** Takes accepted turns for answering. */
@FunctionalInterface
public interface Turns {
  /** Queues a turn behind those of its conversation and returns at once. Any thread. */
  void answer(Turn turn);
}
