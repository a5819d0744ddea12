package deskbell.knowledge.review;

import deskbell.conversation.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * A question that the bot did not answer, or whose answer was rated as no help.
 *
 * @param text in the shopper's words; a follow-up as it was made to stand alone
 * @param language of the conversation
 * @param asker the same for everything that one person asked
 * @param unknown true where the bot said that it does not know
 * @param unhelpful true where the answer was rated as no help
 * @param told the article that said what was no help, if one did
 * @param handedOver true where a person was called because of it, at once or within two messages
 * @param dismissed true where an editor has put it away
 */
public record Miss(
    QuestionId id,
    String text,
    Language language,
    String asker,
    Instant at,
    boolean unknown,
    boolean unhelpful,
    Optional<String> told,
    boolean handedOver,
    boolean dismissed) {}
