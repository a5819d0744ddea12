package deskbell.handoff;

import deskbell.conversation.ConversationEvent.Appended;
import deskbell.conversation.ConversationEvent.DeskReceipt;
import deskbell.conversation.ConversationEvent.ModeChanged;
import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Language;
import deskbell.conversation.NotFound;
import deskbell.conversation.Seen;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What agents do, told to everyone once it is stored. Any thread. */
public final class Desk {
  /** How often the next one is looked for where colleagues are faster. */
  private static final int TRIES = 5;

  private final Tickets tickets;
  private final Crew crew;
  private final Events events;
  private final Supplier<Hours> hours;
  private final HandoffSettings settings;
  private final InstantSource clock;

  /**
   * A desk on this store.
   *
   * @param hours when people are at it, asked for each time
   */
  public Desk(
      Tickets tickets,
      Crew crew,
      Events events,
      Supplier<Hours> hours,
      HandoffSettings settings,
      InstantSource clock) {
    this.tickets = tickets;
    this.crew = crew;
    this.events = events;
    this.hours = hours;
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
        .compose(
            id ->
                tickets.take(
                    id,
                    agent,
                    (now, load) -> Rules.within(load, agent, Rules.claim(now, ticket, agent))))
        .onSuccess(this::tell);
  }

  /** Takes whoever has waited longest of those that suit an agent; empty where nobody does. */
  public Future<Optional<Moved>> claimNext(Agent agent) {
    return claimNext(agent, TRIES);
  }

  private Future<Optional<Moved>> claimNext(Agent agent, int tries) {
    return Future.all(open(), colleagues())
        .compose(
            both ->
                mine(both.<List<Colleague>>resultAt(1), agent)
                    .flatMap(me -> Routing.next(both.resultAt(0), me))
                    .map(next -> claim(next.id(), agent).compose(moved -> got(moved, agent, tries)))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<Moved>> got(Moved moved, Agent agent, int tries) {
    var late =
        moved instanceof Moved.Refused(_, var why)
            && (why == Move.Reason.TAKEN || why == Move.Reason.TICKET_OVER);
    return late && tries > 1
        ? claimNext(agent, tries - 1)
        : Future.succeededFuture(Optional.of(moved));
  }

  private static Optional<Colleague> mine(List<Colleague> all, Agent agent) {
    return all.stream().filter(colleague -> colleague.name().equals(agent.name())).findFirst();
  }

  /** Takes a conversation whose shopper has not asked for a person. */
  public Future<Moved> takeOver(ConversationId conversation, Agent agent) {
    return tickets
        .take(conversation, agent, (now, load) -> Rules.within(load, agent, Rules.take(now, agent)))
        .onSuccess(this::tell);
  }

  /** Passes a shopper on, with a note for whoever comes next. */
  public Future<Moved> transfer(
      ConversationId conversation,
      long epoch,
      Agent agent,
      Destination to,
      Optional<NewNote> note) {
    var department =
        to instanceof Destination.ToDepartment(var id) ? Optional.of(id) : Optional.<String>empty();
    var aside =
        new Aside(Optional.empty(), department, note.map(text -> new Aside.Parting(agent, text)));
    return colleagues()
        .compose(
            crew ->
                tickets.move(
                    conversation,
                    now -> Rules.transfer(now, epoch, agent, to, present(crew, to), aside)))
        .onSuccess(
            moved -> {
              tell(moved);
              if (note.isPresent() && moved instanceof Moved.Done) {
                noted(conversation);
              }
            });
  }

  private static boolean present(List<Colleague> crew, Destination to) {
    return crew.stream()
        .anyMatch(
            colleague ->
                to.equals(new Destination.ToAgent(colleague.name()))
                    && colleague.availability() == Availability.ONLINE);
  }

  /** Gives the shopper of an agent who is gone back to the queue, if they still have them. */
  Future<Moved> abandon(Crew.Abandoned lost) {
    var gone = new Agent(lost.agent(), false);
    return tickets.move(lost.conversation(), now -> Rules.abandon(now, gone)).onSuccess(this::tell);
  }

  /** Hands a conversation back to the bot, which answers what comes next. */
  public Future<Moved> release(ConversationId conversation, long epoch, Agent agent) {
    return tickets
        .move(conversation, now -> Rules.release(now, epoch, agent))
        .onSuccess(this::tell);
  }

  /** Ends a conversation. */
  public Future<Moved> close(
      ConversationId conversation, long epoch, Agent agent, Optional<Outcome> outcome) {
    return tickets
        .move(conversation, now -> Rules.close(now, epoch, agent, outcome))
        .onSuccess(this::tell);
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

  /** Notes how far an agent's page has a conversation, and tells the shopper where that is news. */
  public Future<Void> seen(ConversationId conversation, Agent agent, Seen seen) {
    return tickets
        .seen(conversation, agent, seen)
        .onSuccess(now -> now.ifPresent(all -> events.publish(new DeskReceipt(conversation, all))))
        .mapEmpty();
  }

  /** Where each of these conversations stands in the queue, and whether anybody is there. */
  public Future<Map<ConversationId, Place>> places(Set<ConversationId> conversations) {
    var now = clock.instant();
    return tickets
        .places(conversations, now)
        .map(
            places -> {
              var open = hours.get();
              var told = new HashMap<ConversationId, Place>();
              places.forEach((id, place) -> told.put(id, place.within(open, now)));
              return told;
            });
  }

  /** Whether anybody is at the desk who takes new shoppers; its hours are another matter. */
  public Future<Boolean> attended() {
    return crew.attended(clock.instant());
  }

  /** An agent is at the desk just now. */
  public Future<Void> present(Agent agent) {
    var now = clock.instant();
    return crew.present(agent.name(), now, now.plus(settings.presence()));
  }

  /** An agent gets nobody new from now on, or does again. */
  public Future<Void> away(Agent agent, boolean away) {
    return crew.away(agent.name(), away);
  }

  /** Says whom an agent is for, as {@link Crew#serves}. */
  public Future<Boolean> serves(
      String agent,
      Set<Language> languages,
      List<String> departments,
      Optional<Integer> capacity,
      Optional<Long> seen) {
    return crew.serves(agent, languages, departments, capacity, seen);
  }

  /** Everybody who may answer shoppers, by name. */
  public Future<List<Colleague>> colleagues() {
    return crew.colleagues(clock.instant());
  }

  /** Tells everyone that something was written beside a conversation. */
  public void noted(ConversationId conversation) {
    events.publish(new TicketChanged(conversation));
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
