package deskbell.shop.demo;

import static deskbell.shop.WriteResult.Reason.ALREADY_DONE;
import static deskbell.shop.WriteResult.Reason.TOO_EARLY;
import static deskbell.shop.WriteResult.Reason.TOO_LATE;

import deskbell.shop.Address;
import deskbell.shop.Erasure;
import deskbell.shop.Order;
import deskbell.shop.OrderStatus;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import deskbell.shop.WriteResult.Declined;
import deskbell.shop.WriteResult.Done;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Lantern Lane's rules: (order, write, books) → what becomes of it. Pure. */
public final class DemoRules {
  /** Days after delivery on which a return can still be started. */
  static final int RETURN_DAYS = 30;

  /** Days within which an account is gone. */
  static final int ERASE_DAYS = 30;

  private DemoRules() {}

  /** Decides a write; where it is done, the result holds the changed order. */
  public static WriteResult decide(Order order, ShopWrite write, DemoBooks books) {
    var today = books.today();
    return switch (write) {
      case ShopWrite.CancelOrder _ -> cancel(order, today);
      case ShopWrite.ChangeAddress(_, var address, _) -> changeAddress(order, address);
      case ShopWrite.ChangeRefundAccount _ -> changeRefundAccount(order);
      case ShopWrite.StartReturn _ -> startReturn(order, today);
      case ShopWrite.RequestInvoice _ -> requestInvoice(order);
      case ShopWrite.OpenCase open -> DemoServices.openCase(order, open, books);
      case ShopWrite.HurryOrder hurry -> DemoServices.hurry(order, hurry, books);
      case ShopWrite.StartExchange start -> DemoServices.exchange(order, start, books);
      case ShopWrite.RequestRefund ask -> DemoServices.refund(order, ask, books);
      case ShopWrite.ProtectPrice ask -> DemoServices.protectPrice(order, ask, books);
      case ShopWrite.BookInstallation book -> DemoServices.install(order, book, books);
    };
  }

  /** Decides whether an account with these orders may be erased: nothing of it is under way. */
  public static Erasure erase(List<Order> orders, LocalDate today) {
    boolean open = orders.stream().anyMatch(order -> order.underWay() || order.refundUnderWay());
    return open ? new Erasure.NotYet() : erased(today);
  }

  /** An account whose erasure was taken up on a day. */
  public static Erasure erased(LocalDate day) {
    return new Erasure.Done(Optional.of(day.plusDays(ERASE_DAYS)));
  }

  private static WriteResult cancel(Order order, LocalDate today) {
    return switch (order.status()) {
      case RECEIVED -> new Done(order.with(OrderStatus.CANCELLED));
      case PAID ->
          new Done(
              order
                  .with(OrderStatus.CANCELLED)
                  .with(
                      new Refund(
                          Refund.State.STARTED, Optional.of(order.total()), Optional.of(today))));
      case PACKING, SHIPPED, OUT_FOR_DELIVERY, DELIVERED -> new Declined(TOO_LATE, order.status());
      case CANCELLED -> new Declined(ALREADY_DONE, order.status());
    };
  }

  private static WriteResult changeAddress(Order order, String address) {
    return switch (order.status()) {
      case RECEIVED, PAID, PACKING -> new Done(order.with(new Address(address, City.in(address))));
      case SHIPPED, OUT_FOR_DELIVERY, DELIVERED, CANCELLED ->
          new Declined(TOO_LATE, order.status());
    };
  }

  /** The ledger keeps the account; the order shows only how far its refund has come. */
  private static WriteResult changeRefundAccount(Order order) {
    return order
        .refund()
        .<WriteResult>map(
            refund ->
                switch (refund.state()) {
                  case STARTED, RETURNING, RECEIVED, CHECKED -> new Done(order);
                  case REFUNDED -> new Declined(TOO_LATE, order.status());
                })
        .orElseGet(() -> new Declined(TOO_EARLY, order.status()));
  }

  private static WriteResult startReturn(Order order, LocalDate today) {
    if (order.returned().isPresent()) {
      return new Done(order);
    }
    return switch (order.status()) {
      case DELIVERED -> returnable(order, today) ? returned(order, today) : tooLate(order);
      case RECEIVED, PAID, PACKING, SHIPPED, OUT_FOR_DELIVERY, CANCELLED ->
          new Declined(TOO_EARLY, order.status());
    };
  }

  private static WriteResult tooLate(Order order) {
    return new Declined(TOO_LATE, order.status());
  }

  static boolean returnable(Order order, LocalDate today) {
    return order.delivered().map(day -> !today.isAfter(day.plusDays(RETURN_DAYS))).orElse(false);
  }

  private static WriteResult returned(Order order, LocalDate today) {
    boolean pounds = order.total().currency().getCurrencyCode().equals(DemoCatalogue.POUNDS);
    var method = pounds ? ReturnSlip.Method.LABEL : ReturnSlip.Method.COLLECTION;
    return new Done(
        order
            .with(new ReturnSlip("RT" + digits(order), method))
            .with(new Refund(Refund.State.RETURNING, Optional.empty(), Optional.of(today))));
  }

  private static WriteResult requestInvoice(Order order) {
    if (order.invoice().isPresent()) {
      return new Done(order);
    }
    return switch (order.status()) {
      case SHIPPED, OUT_FOR_DELIVERY, DELIVERED ->
          new Done(order.withInvoice("IN" + digits(order)));
      case RECEIVED, PAID, PACKING, CANCELLED -> new Declined(TOO_EARLY, order.status());
    };
  }

  static String digits(Order order) {
    return order.number().replaceAll("[^0-9]", "");
  }
}
