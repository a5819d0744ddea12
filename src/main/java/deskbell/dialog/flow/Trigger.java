package deskbell.dialog.flow;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What starts a flow: an intent, and where it has a condition, only messages that meet it.
 *
 * @param signedIn whether the shop must have vouched for the shopper, or must not
 * @param language that the message must be in
 * @param mentions kinds of entity that the message must hold
 */
public record Trigger(
    String intent,
    Optional<Boolean> signedIn,
    Optional<Language> language,
    Set<EntityType> mentions) {
  public Trigger {
    mentions = Set.copyOf(mentions);
  }

  /** True where it has no condition. */
  public boolean always() {
    return signedIn.isEmpty() && language.isEmpty() && mentions.isEmpty();
  }

  /** True where a message of its intent meets the condition. */
  public boolean meets(Understood message, boolean vouched) {
    var mentioned = message.entities().stream().map(Entity::type).collect(Collectors.toSet());
    return signedIn.orElse(vouched) == vouched
        && language.orElse(message.language()) == message.language()
        && mentioned.containsAll(mentions);
  }
}
