package deskbell.understanding;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A text with what is already known of it when voters are asked.
 *
 * @param text as the shopper wrote it
 * @param entities in the order of the text, without overlaps
 */
public record Utterance(String text, Language language, List<Entity> entities) {
  /** Entities of which a voter learns that they are there, whatever their value. */
  public static final Set<EntityType> VALUES =
      Collections.unmodifiableSet(
          EnumSet.of(
              EntityType.ORDER_NUMBER,
              EntityType.TRACKING_NUMBER,
              EntityType.EMAIL,
              EntityType.PHONE,
              EntityType.MONEY,
              EntityType.DATE,
              EntityType.SIZE));

  public Utterance {
    entities = List.copyOf(entities);
  }

  /** The text with something else in the place of each entity of these types. */
  public String masked(Set<EntityType> types, Function<Entity, String> mask) {
    var masked = new StringBuilder();
    int from = 0;
    for (var entity : entities) {
      if (types.contains(entity.type())) {
        masked.append(text, from, entity.start()).append(mask.apply(entity));
        from = entity.end();
      }
    }
    return masked.append(text, from, text.length()).toString();
  }
}
