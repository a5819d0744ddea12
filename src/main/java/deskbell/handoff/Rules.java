package deskbell.handoff;

import deskbell.conversation.Mode;
import deskbell.conversation.Texts;
import deskbell.handoff.Move.Change;
import deskbell.handoff.Move.Reason;
import deskbell.handoff.Move.Refused;
import java.util.Optional;

/**
 * What agents may do with a conversation as it stands. Pure; any thread.
 *
 * <p>Whoever repeats a wish that came true is told so, since its first answer may have been lost on
 * the way.
 */
final class Rules {
  private static final Texts TEXTS = new Texts("deskbell/handoff/texts");

  private Rules() {}

  /** Takes the shopper who waits with this ticket. */
  static Move claim(Standing now, long ticket, Agent agent) {
    if (now.ticket().filter(open -> open.id() == ticket).isEmpty()) {
      return new Refused(Reason.TICKET_OVER);
    }
    return now.mode() == Mode.CLOSED ? claimMail(now, agent) : take(now, agent);
  }

  private static Move claimMail(Standing now, Agent agent) {
    var holder = now.ticket().flatMap(Standing.OpenTicket::agent);
    if (holder.filter(agent.name()::equals).isPresent()) {
      return new Move.Already();
    }
    return holder.isPresent() && !agent.supervisor()
        ? new Refused(Reason.TAKEN)
        : new Move.Mark(TicketState.CLAIMED, Optional.of(agent.name()));
  }

  /** Takes a conversation whether or not its shopper asked for a person. */
  static Move take(Standing now, Agent agent) {
    if (now.mode() == Mode.CLOSED) {
      return new Refused(Reason.CLOSED);
    }
    if (now.heldBy(agent)) {
      return new Move.Already();
    }
    if (now.mode() == Mode.HUMAN && !agent.supervisor()) {
      return new Refused(Reason.TAKEN);
    }
    return new Change(
        Mode.HUMAN,
        Optional.of(agent.name()),
        TicketState.CLAIMED,
        announcement(now, "joined", agent));
  }

  /** The same wish, unless it gives the agent more than they may have at once. */
  static Move within(Load load, Agent agent, Move wish) {
    var another = wish instanceof Change change && change.mode() == Mode.HUMAN;
    return another && load.full() && !agent.supervisor() ? new Refused(Reason.FULL) : wish;
  }

  /** Passes the shopper on to a colleague who is there, or back to the queue. */
  static Move transfer(
      Standing now, long epoch, Agent agent, Destination to, boolean present, Aside aside) {
    var refusal = refusal(now, epoch, agent);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    return switch (to) {
      case Destination.ToAgent(var name) when name.equals(agent.name()) -> new Move.Already();
      case Destination.ToAgent _ when !present -> new Refused(Reason.ABSENT);
      case Destination.ToAgent(var name) ->
          new Change(
              Mode.HUMAN,
              Optional.of(name),
              TicketState.CLAIMED,
              TEXTS.get(now.language(), "passed", agent.name(), name),
              aside);
      case Destination.ToQueue _, Destination.ToDepartment _ ->
          new Change(
              Mode.WAITING,
              Optional.empty(),
              TicketState.WAITING,
              announcement(now, "queued", agent),
              aside);
    };
  }

  /** Gives the shopper of an agent who is gone back to the queue. */
  static Move abandon(Standing now, Agent gone) {
    return now.heldBy(gone)
        ? new Change(
            Mode.WAITING,
            Optional.empty(),
            TicketState.WAITING,
            announcement(now, "abandoned", gone))
        : new Move.Already();
  }

  /** Hands the conversation back to the bot. */
  static Move release(Standing now, long epoch, Agent agent) {
    return refusal(now, epoch, agent)
        .<Move>map(Refused::new)
        .orElseGet(
            () ->
                new Change(
                    Mode.BOT,
                    Optional.empty(),
                    TicketState.RELEASED,
                    announcement(now, "released", agent)));
  }

  /** Ends the conversation, or what is left to do after its end. */
  static Move close(Standing now, long epoch, Agent agent, Optional<Outcome> outcome) {
    if (now.mode() == Mode.CLOSED && now.ticket().isPresent()) {
      return new Move.Mark(TicketState.CLOSED, Optional.empty());
    }
    return refusal(now, epoch, agent)
        .<Move>map(Refused::new)
        .orElseGet(
            () ->
                new Change(
                    Mode.CLOSED,
                    Optional.empty(),
                    TicketState.CLOSED,
                    announcement(now, "closed", agent),
                    Aside.ended(outcome)));
  }

  /** Why the agent may not write; empty where they may. */
  static Optional<Reason> refusal(Standing now, long epoch, Agent agent) {
    if (now.mode() == Mode.CLOSED) {
      return Optional.of(Reason.CLOSED);
    }
    if (!now.heldBy(agent)) {
      return Optional.of(Reason.NOT_YOURS);
    }
    return now.epoch() == epoch ? Optional.empty() : Optional.of(Reason.STALE_EPOCH);
  }

  private static String announcement(Standing now, String key, Agent agent) {
    return TEXTS.get(now.language(), key, agent.name());
  }
}
