package deskbell.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a text was understood to be.
 *
 * @param text as the shopper wrote it
 * @param intents best first, never empty; the first may be {@link IntentScore#OUT_OF_SCOPE}
 * @param opinions what each voter held likeliest, by its name; empty where one spoke for all
 */
public record Understood(
    String text,
    Language language,
    List<Entity> entities,
    List<IntentScore> intents,
    Map<String, IntentScore> opinions) {
  public Understood {
    entities = List.copyOf(entities);
    intents = List.copyOf(intents);
    opinions = Map.copyOf(opinions);
  }

  /** Understood by one voter. */
  public Understood(
      String text, Language language, List<Entity> entities, List<IntentScore> intents) {
    this(text, language, entities, intents, Map.of());
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
