package deskbell.shop;

import java.time.LocalDate;
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

  /**
   * Has the shop's people look into something. The same kind about the same item is one case as
   * long as it is open.
   *
   * @param item a code of the order, or the shopper's words where it is none of them
   * @param story what happened, as the shopper wrote it
   * @param wish what the shopper wants: a replacement, the money
   */
  record OpenCase(
      String order, CaseKind kind, Optional<String> item, String story, Optional<String> wish)
      implements ShopWrite {}

  /** Asks the shop to see that the order leaves, or arrives, at once. */
  record HurryOrder(String order) implements ShopWrite {}

  /**
   * Exchanges an item for the same one in another size or colour.
   *
   * @param item a code of the order
   */
  record StartExchange(String order, String item, Optional<String> size, Optional<String> colour)
      implements ShopWrite {}

  /**
   * Pays back an order that has not been sent, or whose parcel was refused at the door.
   *
   * @param reason as the shopper gave it
   */
  record RequestRefund(String order, Optional<String> reason) implements ShopWrite {}

  /**
   * Pays back by how much an item's price has fallen since it was ordered.
   *
   * @param item a code of the order
   */
  record ProtectPrice(String order, String item) implements ShopWrite {}

  /**
   * Books somebody who fits what was ordered.
   *
   * @param item a code of the order; without one, whatever of the order is fitted
   */
  record BookInstallation(String order, Optional<String> item, LocalDate day)
      implements ShopWrite {}
}
