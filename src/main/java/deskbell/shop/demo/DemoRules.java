package deskbell.shop.demo;

import deskbell.shop.Address;
import deskbell.shop.Order;
import deskbell.shop.OrderStatus;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import deskbell.shop.WriteResult.AlreadyDone;
import deskbell.shop.WriteResult.Done;
import deskbell.shop.WriteResult.TooEarly;
import deskbell.shop.WriteResult.TooLate;
import java.time.LocalDate;
import java.util.Optional;

/** Lantern Lane's rules: (order, write, day) → what becomes of it. Pure. */
public final class DemoRules {
  /** Days after delivery on which a return can still be started. */
  static final int RETURN_DAYS = 30;

  private DemoRules() {}

  /** Decides a write; where it is done, the result holds the changed order. */
  public static WriteResult decide(Order order, ShopWrite write, LocalDate today) {
    return switch (write) {
      case ShopWrite.CancelOrder _ -> cancel(order, today);
      case ShopWrite.ChangeAddress(_, var address, _) -> changeAddress(order, address);
      case ShopWrite.ChangeRefundAccount _ -> changeRefundAccount(order);
      case ShopWrite.StartReturn _ -> startReturn(order, today);
      case ShopWrite.RequestInvoice _ -> requestInvoice(order);
    };
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
      case PACKING, SHIPPED, OUT_FOR_DELIVERY, DELIVERED -> new TooLate(order.status());
      case CANCELLED -> new AlreadyDone(order.status());
    };
  }

  private static WriteResult changeAddress(Order order, String address) {
    return switch (order.status()) {
      case RECEIVED, PAID, PACKING -> new Done(order.with(new Address(address, City.in(address))));
      case SHIPPED, OUT_FOR_DELIVERY, DELIVERED, CANCELLED -> new TooLate(order.status());
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
                  case REFUNDED -> new TooLate(order.status());
                })
        .orElseGet(() -> new TooEarly(order.status()));
  }

  private static WriteResult startReturn(Order order, LocalDate today) {
    if (order.returned().isPresent()) {
      return new Done(order);
    }
    return switch (order.status()) {
      case DELIVERED -> returnable(order, today) ? returned(order, today) : tooLate(order);
      case RECEIVED, PAID, PACKING, SHIPPED, OUT_FOR_DELIVERY, CANCELLED ->
          new TooEarly(order.status());
    };
  }

  private static WriteResult tooLate(Order order) {
    return new TooLate(order.status());
  }

  private static boolean returnable(Order order, LocalDate today) {
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
      case RECEIVED, PAID, PACKING, CANCELLED -> new TooEarly(order.status());
    };
  }

  private static String digits(Order order) {
    return order.number().replaceAll("[^0-9]", "");
  }
}
