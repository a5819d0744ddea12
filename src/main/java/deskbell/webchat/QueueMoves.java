package deskbell.webchat;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.Events;
import deskbell.conversation.Mode;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what may have moved the queue for a person: somebody on any node came into it, was taken
 * out of it, or left. One a node. Any thread.
 */
final class QueueMoves implements AutoCloseable {
  private final AtomicLong count = new AtomicLong();
  private final Events.Subscription subscription;

  QueueMoves(Events events) {
    subscription = events.subscribe(this::hear);
  }

  /** Grows with each. */
  long count() {
    return count.get();
  }

  private void hear(ConversationEvent event) {
    if (event instanceof ModeChanged(_, var mode, _, _) && mode != Mode.BOT) {
      count.incrementAndGet();
    }
  }

  @Override
  public void close() {
    subscription.cancel();
  }
}
