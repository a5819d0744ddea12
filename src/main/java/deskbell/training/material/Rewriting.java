package deskbell.training.material;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.util.List;

/**
 * A follow-up, and the same said so that it stands alone.
 *
 * @param history what the shopper said before, oldest first
 * @param text what the shopper says now
 * @param alone what it means without the history; the text itself where nothing is to be added
 */
public record Rewriting(Language language, List<String> history, String text, String alone) {
  public Rewriting {
    history = List.copyOf(history);
    if (text.isBlank() || alone.isBlank()) {
      throw new Invalid("text", "is blank");
    }
  }
}
