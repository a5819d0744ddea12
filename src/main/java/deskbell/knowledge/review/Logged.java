package deskbell.knowledge.review;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import java.util.List;

/**
 * A question that a shopper asked.
 *
 * @param text in the shopper's words; a follow-up as it was made to stand alone
 * @param intents as it was understood then, best first; empty where that is not known
 */
public record Logged(String text, Language language, List<IntentScore> intents) {
  public Logged {
    intents = List.copyOf(intents);
  }
}
