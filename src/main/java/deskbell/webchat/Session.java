package deskbell.webchat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import deskbell.conversation.Seen;
import java.util.Optional;

/**
 * A conversation as a socket that takes it up needs it.
 *
 * @param seq the newest number, 0 before the first message
 * @param agent the name shown of the agent who answers, in mode human
 * @param locale the language the shopper chose for the widget
 * @param identity whose conversation it is, where the shop has vouched for the shopper
 * @param shopper what the shopper has received and read
 * @param desk what agents have received and read
 */
public record Session(
    ConversationId conversation,
    long seq,
    Mode mode,
    Optional<String> agent,
    Language locale,
    Optional<Identity> identity,
    Seen shopper,
    Seen desk) {}
