package deskbell.understanding;

import deskbell.conversation.Entity;
import deskbell.conversation.Language;
import java.util.List;

/**
 * A text with what is already known of it when voters are asked.
 *
 * @param text as the shopper wrote it
 * @param entities in the order of the text, without overlaps
 */
public record Utterance(String text, Language language, List<Entity> entities) {
  public Utterance {
    entities = List.copyOf(entities);
  }
}
