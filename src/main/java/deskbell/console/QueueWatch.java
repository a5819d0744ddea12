package deskbell.console;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.DeskReceipt;
import deskbell.conversation.ConversationEvent.Erased;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationEvent.Rated;
import deskbell.conversation.ConversationEvent.Receipt;
import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationEvent.Typing;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Mode;
import deskbell.handoff.Ticket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Notices when the list of tickets is no longer what agents saw: a conversation changed hands, or
 * somebody wrote in one that has a ticket. What is said between shoppers and the bot does not
 * concern the desk. Any thread.
 */
final class QueueWatch implements AutoCloseable {
  private final Set<ConversationId> open = ConcurrentHashMap.newKeySet();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Events.Subscription subscription;

  QueueWatch(Events events) {
    subscription = events.subscribe(this::hear);
  }

  /** Has the listener called at each change, on an event loop. */
  void join(Runnable listener) {
    listeners.add(listener);
  }

  void leave(Runnable listener) {
    listeners.remove(listener);
  }

  /** These are the open tickets now, as the store says. */
  void listed(List<Ticket> tickets) {
    var now = tickets.stream().map(Ticket::conversation).toList();
    open.retainAll(now);
    open.addAll(now);
  }

  private void hear(ConversationEvent event) {
    if (concerns(event)) {
      listeners.forEach(Runnable::run);
    }
  }

  private boolean concerns(ConversationEvent event) {
    return switch (event) {
      case Appended appended -> open.contains(appended.conversation());
      case ModeChanged changed -> {
        if (changed.mode() == Mode.WAITING || changed.mode() == Mode.HUMAN) {
          open.add(changed.conversation());
        } else {
          open.remove(changed.conversation());
        }
        yield true;
      }
      case TicketChanged changed -> {
        open.add(changed.conversation());
        yield true;
      }
      case Erased _ -> true;
      case Typing _, Receipt _, DeskReceipt _, Rated _ -> false;
    };
  }

  @Override
  public void close() {
    subscription.cancel();
  }
}
