package deskbell.shop;

import deskbell.conversation.Invalid;
import java.util.Optional;

/**
 * One line of an order.
 *
 * @param code the product's code, such as {@code LL-C101}
 * @param price what one piece cost, where the shop says so
 */
public record OrderItem(
    String code, Names name, Optional<String> size, int quantity, Optional<Money> price) {
  public OrderItem {
    if (quantity < 1) {
      throw new Invalid("items.quantity", "is " + quantity + "; at least 1");
    }
  }
}
