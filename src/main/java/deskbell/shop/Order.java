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
  /** Characters that a number may have at most. */
  public static final int MAX_NUMBER = 40;

  public Order {
    if (number.isBlank() || number.length() > MAX_NUMBER) {
      throw new Invalid("order.number", "must have 1 to " + MAX_NUMBER + " characters");
    }
    items = List.copyOf(items);
  }

  /** The same order at another status. */
  public Order with(OrderStatus next) {
    return new Order(
        number, user, contact, items, total, next, ordered, shipment, eta, delivered, address,
        refund, returned, invoice);
  }

  /** The same order, going elsewhere. */
  public Order with(Address next) {
    return new Order(
        number, user, contact, items, total, status, ordered, shipment, eta, delivered, next,
        refund, returned, invoice);
  }

  /** The same order with a refund. */
  public Order with(Refund next) {
    return new Order(
        number,
        user,
        contact,
        items,
        total,
        status,
        ordered,
        shipment,
        eta,
        delivered,
        address,
        Optional.of(next),
        returned,
        invoice);
  }

  /** The same order with a return. */
  public Order with(ReturnSlip next) {
    return new Order(
        number,
        user,
        contact,
        items,
        total,
        status,
        ordered,
        shipment,
        eta,
        delivered,
        address,
        refund,
        Optional.of(next),
        invoice);
  }

  /** The same order with an invoice. */
  public Order withInvoice(String next) {
    return new Order(
        number,
        user,
        contact,
        items,
        total,
        status,
        ordered,
        shipment,
        eta,
        delivered,
        address,
        refund,
        returned,
        Optional.of(next));
  }

  /** True until it is delivered or cancelled. */
  public boolean underWay() {
    return switch (status) {
      case RECEIVED, PAID, PACKING, SHIPPED, OUT_FOR_DELIVERY -> true;
      case DELIVERED, CANCELLED -> false;
    };
  }

  /** True while money is on its way back, or goods are for it. */
  public boolean refundUnderWay() {
    return refund.filter(known -> known.state() != Refund.State.REFUNDED).isPresent();
  }

  /** Whom the order belongs to; either may be empty, and an empty one proves nothing. */
  public record Contact(String email, String phone) {
    /** Digits that a whole phone number has at least. */
    static final int MIN_PHONE_DIGITS = 7;

    /** The contact of an order that does not exist. */
    static final Contact NONE = new Contact("", "");

    @Override
    public String toString() {
      return "Contact[…]";
    }
  }

  /** Who carries the order and under which number. */
  public record Shipment(String carrier, String tracking) {}
}
