package deskbell.shop;

import deskbell.conversation.Invalid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order. Holds what proves that somebody may see it, so it never leaves this room whole.
 *
 * @param user the account that owns it; empty for a guest's
 * @param eta the day on which it is expected
 */
public record Order(
    String number,
    Optional<String> user,
    Contact contact,
    List<OrderItem> items,
    Money total,
    OrderStatus status,
    LocalDate ordered,
    Optional<Shipment> shipment,
    Optional<LocalDate> eta,
    Optional<LocalDate> delivered,
    Address address,
    Optional<Refund> refund,
    Optional<ReturnSlip> returned,
    Optional<String> invoice) {
  public Order {
    if (number.isBlank()) {
      throw new Invalid("order.number", "is blank");
    }
    items = List.copyOf(items);
  }

  /** Whom the order belongs to; either may be empty, and an empty one proves nothing. */
  public record Contact(String email, String phone) {
    @Override
    public String toString() {
      return "Contact[…]";
    }
  }

  /** Who carries the order and under which number. */
  public record Shipment(String carrier, String tracking) {}
}
