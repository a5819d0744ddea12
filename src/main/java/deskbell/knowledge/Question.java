package deskbell.knowledge;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import java.util.List;

/**
 * What is searched for.
 *
 * @param text in the shopper's words
 * @param intents what it may mean, so that articles of these intents are preferred; empty where
 *     nobody has said
 */
public record Question(String text, Language language, List<IntentScore> intents) {
  public Question {
    intents = List.copyOf(intents);
  }

  /** A text alone. */
  public static Question of(String text, Language language) {
    return new Question(text, language, List.of());
  }

  /** A text that was understood. */
  public static Question of(Understood understood) {
    return new Question(understood.text(), understood.language(), understood.intents());
  }
}
