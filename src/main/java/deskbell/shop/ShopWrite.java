package deskbell.shop;

import java.util.Optional;

/** Something that changes an order in the shop. */
public sealed interface ShopWrite {
  /** The order that it changes. */
  String order();

  /** Cancels the order; what was paid is refunded. */
  record CancelOrder(String order) implements ShopWrite {}

  /**
   * Sends the order elsewhere.
   *
   * @param address as the shopper wrote it
   * @param recipientPhone whom the carrier calls, where that changes too
   */
  record ChangeAddress(String order, String address, Optional<String> recipientPhone)
      implements ShopWrite {}

  /**
   * Pays the refund that is under way to another account than the one that paid.
   *
   * @param account as the shopper wrote it
   */
  record ChangeRefundAccount(String order, String account) implements ShopWrite {}

  /**
   * Registers a return. Where one stands already, its number is the result.
   *
   * @param reason as the shopper gave it
   */
  record StartReturn(String order, String reason) implements ShopWrite {}

  /**
   * Has an invoice written. Where one stands already, its number is the result.
   *
   * @param title the name on it
   */
  record RequestInvoice(
      String order, String title, Optional<String> taxNumber, Optional<String> email)
      implements ShopWrite {}
}
