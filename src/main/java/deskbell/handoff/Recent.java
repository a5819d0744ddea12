package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import java.time.Instant;

/**
 * A conversation that the bot leads.
 *
 * @param updatedAt when the shopper last wrote
 * @param lastText the newest words of shopper or bot, shortened
 */
public record Recent(
    ConversationId conversation,
    Mode mode,
    Language language,
    Instant updatedAt,
    String lastText) {}
