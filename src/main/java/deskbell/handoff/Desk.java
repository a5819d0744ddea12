package deskbell.handoff;

import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.NotFound;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;

/** What agents do, told to everyone once it is stored. Any thread. */
public final class Desk {
  private final Tickets tickets;
  private final Events events;
  private final HandoffSettings settings;
  private final InstantSource clock;

  /** A desk on this store. */
  public Desk(Tickets tickets, Events events, HandoffSettings settings, InstantSource clock) {
    this.tickets = tickets;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /** Open tickets, oldest first. */
  public Future<List<Ticket>> open() {
    return tickets.open(settings.listed());
  }

  /** Takes the shopper of a waiting ticket; fails with {@link NotFound} for an unknown ticket. */
  public Future<Moved> claim(long ticket, Agent agent) {
    return tickets
        .conversationOf(ticket)
        .map(found -> found.orElseThrow(() -> new NotFound("ticket " + ticket + " does not exist")))
        .compose(id -> tickets.move(id, now -> Rules.claim(now, ticket, agent)))
        .onSuccess(this::tell);
  }

  /** Takes a conversation whose shopper has not asked for a person. */
  public Future<Moved> takeOver(ConversationId conversation, Agent agent) {
    return tickets.move(conversation, now -> Rules.take(now, agent)).onSuccess(this::tell);
  }

  /** Hands a conversation back to the bot, which answers what comes next. */
  public Future<Moved> release(ConversationId conversation, long epoch, Agent agent) {
    return tickets
        .move(conversation, now -> Rules.release(now, epoch, agent))
        .onSuccess(this::tell);
  }

  /** Ends a conversation. */
  public Future<Moved> close(ConversationId conversation, long epoch, Agent agent) {
    return tickets.move(conversation, now -> Rules.close(now, epoch, agent)).onSuccess(this::tell);
  }

  /** Says something to the shopper, once however often it is sent. */
  public Future<Replied> reply(AgentReply reply, Agent agent) {
    return tickets
        .reply(reply, agent, now -> Rules.refusal(now, reply.epoch(), agent))
        .onSuccess(
            replied -> {
              if (replied instanceof Replied.Stored(var message)) {
                events.publish(new Appended(reply.conversation(), List.of(message)));
              }
            });
  }

  /** Where a conversation stands in the queue, and whether anybody is there. */
  public Future<Place> place(ConversationId conversation) {
    var now = clock.instant();
    return tickets.place(conversation, now).map(place -> place.within(settings.hours().open(now)));
  }

  /** An agent is at the desk just now. */
  public Future<Void> present(Agent agent) {
    return tickets.present(agent.name(), clock.instant().plus(settings.presence()));
  }

  private void tell(Moved moved) {
    switch (moved) {
      case Moved.Done(var now, var announcement) -> {
        events.publish(new Appended(now.conversation(), List.of(announcement)));
        events.publish(new ModeChanged(now.conversation(), now.mode(), now.epoch(), now.agent()));
      }
      case Moved.Marked(var now) -> events.publish(new TicketChanged(now.conversation()));
      case Moved.Already _, Moved.Refused _ -> {}
    }
  }
}
