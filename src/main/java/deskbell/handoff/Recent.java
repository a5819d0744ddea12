package deskbell.handoff;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import java.time.Instant;

/**
 * A conversation in a list.
 *
 * @param updatedAt when the shopper last asked the bot, or else when it began
 * @param lastText words of the shopper, shortened
 */
public record Recent(
    ConversationId conversation,
    Mode mode,
    Language language,
    Instant updatedAt,
    String lastText) {}
