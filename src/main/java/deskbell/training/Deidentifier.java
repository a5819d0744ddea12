package deskbell.training;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.understanding.Catalogue;
import deskbell.understanding.Utterance;
import deskbell.understanding.entity.EntityFinder;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Replaces what tells who somebody is: {@code {email}}, {@code {phone}}, {@code {order_number}} and
 * {@code {tracking_number}} as they are found in any message, then by {@link PrivatePatterns}
 * {@code {name}}, {@code {address}}, {@code {card_number}}, {@code {account}}, {@code {link}} and,
 * of what is left, every longer {@code {number}}. It would rather take a word too many than leave
 * one; a name that nothing announces it cannot know. Any thread.
 */
final class Deidentifier {
  private static final Set<EntityType> PRIVATE =
      EnumSet.of(
          EntityType.EMAIL, EntityType.PHONE, EntityType.ORDER_NUMBER, EntityType.TRACKING_NUMBER);

  private final EntityFinder entities = new EntityFinder(Catalogue.EMPTY);

  /** The text with placeholders. */
  String text(String text, Language language) {
    return PrivatePatterns.hide(
        withoutEntities(PrivatePatterns.hideLong(text), language), language);
  }

  private String withoutEntities(String text, Language language) {
    var found = entities.find(text, language, LocalDate.EPOCH);
    return new Utterance(text, language, found).masked(PRIVATE, Deidentifier::placeholder);
  }

  private static String placeholder(Entity entity) {
    return "{" + entity.type().wire() + "}";
  }
}
