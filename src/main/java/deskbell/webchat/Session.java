package deskbell.webchat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import java.util.Optional;

/**
 * A conversation as a socket that takes it up needs it.
 *
 * @param seq the newest number, 0 before the first message
 * @param agent the name shown of the agent who answers, in mode human
 * @param locale the language the shopper chose for the widget
 * @param identity whose conversation it is, where the shop has vouched for the shopper
 * @param delivered the newest number that the shopper has received
 * @param read the newest number that the shopper has read
 */
public record Session(
    ConversationId conversation,
    long seq,
    Mode mode,
    Optional<String> agent,
    Language locale,
    Optional<Identity> identity,
    long delivered,
    long read) {}
