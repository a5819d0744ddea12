package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import java.util.Optional;

/**
 * Who answers a conversation just now.
 *
 * @param epoch grows whenever somebody else takes over
 * @param agent who answers, in mode human
 * @param language the one that the shopper chose for the widget
 * @param ticket the open one; a closed conversation has one where an answer by mail is due
 */
public record Standing(
    ConversationId conversation,
    Mode mode,
    long epoch,
    Optional<String> agent,
    Language language,
    Optional<OpenTicket> ticket) {
  /**
   * A ticket that waits or is taken.
   *
   * @param agent who has taken it
   */
  public record OpenTicket(long id, Optional<String> agent) {}

  /** True where this agent answers. */
  boolean heldBy(Agent who) {
    return mode == Mode.HUMAN && agent.filter(who.name()::equals).isPresent();
  }
}
