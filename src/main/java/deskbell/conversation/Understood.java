package deskbell.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What a text was understood to be.
 *
 * @param text as the shopper wrote it
 * @param intents best first, never empty; the first may be {@link IntentScore#OUT_OF_SCOPE}
 */
public record Understood(
    String text, Language language, List<Entity> entities, List<IntentScore> intents) {
  public Understood {
    entities = List.copyOf(entities);
    intents = List.copyOf(intents);
  }

  /** The likeliest intent. */
  public IntentScore best() {
    return intents.getFirst();
  }

  /** The confidence of an intent; 0 where it is not among the alternatives. */
  public double confidence(String intent) {
    return intents.stream()
        .filter(score -> score.intent().equals(intent))
        .mapToDouble(IntentScore::confidence)
        .findFirst()
        .orElse(0);
  }

  /** The first entity of a type. */
  public Optional<Entity> first(EntityType type) {
    return entities.stream().filter(entity -> entity.type() == type).findFirst();
  }
}
