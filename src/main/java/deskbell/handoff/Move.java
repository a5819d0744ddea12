package deskbell.handoff;

import deskbell.conversation.Mode;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an agent's wish. */
public sealed interface Move {
  /**
   * The conversation changes hands: a higher epoch, and whoever answered before is fenced off.
   *
   * @param agent who answers from now on; set in mode human
   * @param ticket what the open ticket becomes; one is made where a person steps in unasked
   * @param announcement what the shopper reads of it
   * @param aside what the shopper does not see of it
   */
  record Change(
      Mode mode, Optional<String> agent, TicketState ticket, String announcement, Aside aside)
      implements Move {
    /** A change with nothing aside. */
    public Change(Mode mode, Optional<String> agent, TicketState ticket, String announcement) {
      this(mode, agent, ticket, announcement, Aside.NONE);
    }

    Change with(Aside other) {
      return new Change(mode, agent, ticket, announcement, other);
    }
  }

  /**
   * The ticket alone changes: the conversation has ended, and what its shopper left is answered by
   * mail.
   *
   * @param agent who sees to it; empty once it is done
   */
  record Mark(TicketState ticket, Optional<String> agent) implements Move {}

  /** All is as wished already; nothing is written. */
  record Already() implements Move {}

  /** It may not be, for this reason. */
  record Refused(Reason reason) implements Move {}

  /** Why an agent may not do what they wish. */
  enum Reason {
    /** Another agent has the conversation. */
    TAKEN("another agent has this conversation"),
    /** The ticket is not open any more. */
    TICKET_OVER("this ticket is not open any more"),
    /** The conversation has changed hands since the agent looked. */
    STALE_EPOCH("the conversation has changed hands"),
    /** The agent does not hold the conversation. */
    NOT_YOURS("this conversation is not yours"),
    /** The conversation has ended. */
    CLOSED("the conversation is closed"),
    /** The agent has as many conversations as they may have. */
    FULL("you have as many conversations as you may have at once"),
    /** Whoever is to have it is not at the desk. */
    ABSENT("this colleague is not at the desk just now");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The name on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What it says to the agent. */
    public String text() {
      return text;
    }
  }
}
