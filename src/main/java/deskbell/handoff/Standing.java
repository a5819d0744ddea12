package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who answers a conversation just now.
 *
 * @param epoch grows whenever somebody else takes over
 * @param agent who answers, in mode human
 * @param language the one that the shopper chose for the widget
 * @param ticket the open one, waiting or claimed
 */
public record Standing(
    ConversationId conversation,
    Mode mode,
    long epoch,
    Optional<String> agent,
    Language language,
    OptionalLong ticket) {
  /** True where this agent answers. */
  boolean heldBy(Agent who) {
    return mode == Mode.HUMAN && agent.filter(who.name()::equals).isPresent();
  }
}
