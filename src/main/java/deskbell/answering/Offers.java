package deskbell.answering;

import deskbell.conversation.Choice;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.dialog.Pick;
import java.util.List;
import java.util.Set;

/** What a shopper takes of the readings that were offered last. Pure. */
final class Offers {
  private static final Set<EntityType> DETAILS =
      Set.of(
          EntityType.ORDER_NUMBER,
          EntityType.TRACKING_NUMBER,
          EntityType.EMAIL,
          EntityType.PHONE,
          EntityType.DATE);

  private Offers() {}

  /** What the words pick of what was offered; words that bring details speak for themselves. */
  static Pick picked(Hearing message) {
    var offered = message.turn().memory().offered();
    return offered.isEmpty() || details(message)
        ? new Pick.Nothing()
        : Pick.of(offered, message.turn().ask().text());
  }

  /** True where a message names an order, a day, or how to reach somebody. */
  static boolean details(Hearing message) {
    return message.understood().entities().stream().map(Entity::type).anyMatch(DETAILS::contains);
  }

  /** Notes the question which of these a yes was for, by number; asked once. */
  static Draft numbered(List<Choice> offered, Draft draft) {
    return draft.offered(offered, key(offered));
  }

  static boolean unasked(Memory memory) {
    return !memory.asked().contains(key(memory.offered()));
  }

  private static String key(List<Choice> offered) {
    return "by number: " + new Decision.Clarify(offered).question();
  }
}
