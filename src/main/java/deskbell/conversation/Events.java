package deskbell.conversation;

import java.util.function.Consumer;

/**
 * Carries events to every node. Delivery is best effort: whoever misses one sees a gap in the
 * numbers and reads the store.
 */
public interface Events {
  /** Tells all nodes, this one included. Any thread. */
  void publish(ConversationEvent event);

  /** Hears all events from now on, on an event loop; the consumer must not block. */
  Subscription subscribe(Consumer<ConversationEvent> consumer);

  /** A listener's membership. */
  @FunctionalInterface
  interface Subscription {
    /** Ends it. */
    void cancel();
  }
}
