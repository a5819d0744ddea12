package deskbell.webchat.mail;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;

/**
 * A copy that is to be sent now.
 *
 * @param seq the newest message in it
 * @param tries how often it was tried, this time included
 */
public record DueMail(
    long id, ConversationId conversation, String email, Language language, long seq, int tries) {}
