package deskbell.web;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who listens to which conversation on this node: one subscription for all, each event handed only
 * to those whom it concerns. Any thread.
 */
public final class Audience implements AutoCloseable {
  /** A socket in a conversation. */
  public interface Member {
    /** Takes an event on to the member's own event loop. Any thread. */
    void hear(ConversationEvent event);
  }

  private final ConcurrentHashMap<ConversationId, List<Member>> members = new ConcurrentHashMap<>();
  private final Events.Subscription subscription;

  /** Hears these events from now on. */
  public Audience(Events events) {
    subscription = events.subscribe(this::tell);
  }

  /** Has the member told what happens in the conversation. */
  public void join(ConversationId conversation, Member member) {
    members.compute(
        conversation,
        (_, before) -> {
          if (before == null) {
            return List.of(member);
          }
          var more = new ArrayList<>(before);
          more.add(member);
          return List.copyOf(more);
        });
  }

  /** Has the member left alone. */
  public void leave(ConversationId conversation, Member member) {
    members.computeIfPresent(
        conversation,
        (_, before) -> {
          var rest = before.stream().filter(other -> !other.equals(member)).toList();
          return rest.isEmpty() ? null : rest;
        });
  }

  /** True while somebody on this node is in the conversation. */
  public boolean has(ConversationId conversation) {
    return members.containsKey(conversation);
  }

  private void tell(ConversationEvent event) {
    members.getOrDefault(event.conversation(), List.of()).forEach(member -> member.hear(event));
  }

  @Override
  public void close() {
    subscription.cancel();
  }
}
