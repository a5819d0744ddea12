package deskbell.shop.demo;

import static deskbell.shop.WriteResult.Reason.ALREADY_DONE;
import static deskbell.shop.WriteResult.Reason.DAY_FULL;
import static deskbell.shop.WriteResult.Reason.NOT_ELIGIBLE;
import static deskbell.shop.WriteResult.Reason.OUT_OF_STOCK;
import static deskbell.shop.WriteResult.Reason.TOO_EARLY;
import static deskbell.shop.WriteResult.Reason.TOO_LATE;

import deskbell.shop.Money;
import deskbell.shop.Order;
import deskbell.shop.OrderItem;
import deskbell.shop.OrderStatus;
import deskbell.shop.Product;
import deskbell.shop.Receipt;
import deskbell.shop.Refund;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import deskbell.shop.WriteResult.Declined;
import deskbell.shop.WriteResult.Done;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Lantern Lane's rules for what its people do about an order: look into something, hurry it,
 * exchange, pay back, fit. Pure.
 */
public final class DemoServices {
  /** The reason of a refund for a parcel that was turned away at the door. */
  public static final String REFUSED_PARCEL = "refused_parcel";

  /** Days after ordering in which a lower price is paid back. */
  static final int PRICE_DAYS = 14;

  /** Marks what fitters come for. */
  private static final String FITTED = "fitted";

  private DemoServices() {}

  /** What a write is about: two of one order with the same subject are about the same thing. */
  public static String subject(ShopWrite write) {
    return switch (write) {
      case ShopWrite.OpenCase(_, var kind, var item, _, _) ->
          "case " + kind.wire() + " " + item.orElse("");
      case ShopWrite.ProtectPrice(_, var item) -> "price " + item;
      case ShopWrite.HurryOrder _ -> "hurry";
      case ShopWrite.StartExchange _ -> "exchange";
      case ShopWrite.BookInstallation _ -> "installation";
      case ShopWrite.CancelOrder _, ShopWrite.ChangeAddress _, ShopWrite.StartReturn _ -> "";
      case ShopWrite.ChangeRefundAccount _, ShopWrite.RequestInvoice _ -> "";
      case ShopWrite.RequestRefund _ -> "";
    };
  }

  static WriteResult openCase(Order order, ShopWrite.OpenCase write, DemoBooks books) {
    return books
        .first(subject(write))
        .<WriteResult>map(past -> new Declined(ALREADY_DONE, order.status(), past.receipt()))
        .orElseGet(
            () -> {
              var opened =
                  books.done().stream().filter(past -> past.subject().startsWith("case ")).count();
              return new Done(
                  order, Receipt.of("CS" + DemoRules.digits(order) + "-" + (opened + 1)));
            });
  }

  static WriteResult hurry(Order order, ShopWrite.HurryOrder write, DemoBooks books) {
    return switch (order.status()) {
      case RECEIVED -> new Declined(TOO_EARLY, order.status());
      case PAID, PACKING, SHIPPED, OUT_FOR_DELIVERY -> {
        var subject = subject(write);
        boolean today =
            books.done().stream()
                .anyMatch(
                    past -> past.subject().equals(subject) && books.today().equals(past.day()));
        yield today ? new Declined(ALREADY_DONE, order.status()) : new Done(order);
      }
      case DELIVERED, CANCELLED -> new Declined(TOO_LATE, order.status());
    };
  }

  static WriteResult exchange(Order order, ShopWrite.StartExchange write, DemoBooks books) {
    var past = books.first(subject(write));
    if (past.isPresent()) {
      return new Declined(ALREADY_DONE, order.status(), past.get().receipt());
    }
    return switch (order.status()) {
      case RECEIVED, PAID, PACKING, SHIPPED, OUT_FOR_DELIVERY ->
          new Declined(TOO_EARLY, order.status());
      case DELIVERED -> {
        if (!DemoRules.returnable(order, books.today())) {
          yield new Declined(TOO_LATE, order.status());
        }
        boolean there = books.product(write.item()).filter(had -> has(had, write)).isPresent();
        yield there
            ? new Done(order, Receipt.of("EX" + DemoRules.digits(order)))
            : new Declined(OUT_OF_STOCK, order.status());
      }
      case CANCELLED -> new Declined(TOO_LATE, order.status());
    };
  }

  private static boolean has(Product product, ShopWrite.StartExchange write) {
    boolean some = write.size().flatMap(product::stockOf).map(pieces -> pieces > 0).orElse(true);
    return product.stock() > 0
        && some
        && among(product.sizes(), write.size())
        && among(product.tags(), write.colour());
  }

  private static boolean among(Iterable<String> known, Optional<String> wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    for (var value : known) {
      if (value.equalsIgnoreCase(wanted.get())) {
        return true;
      }
    }
    return false;
  }

  static WriteResult refund(Order order, ShopWrite.RequestRefund write, DemoBooks books) {
    if (order.refund().isPresent()) {
      return new Declined(ALREADY_DONE, order.status());
    }
    return switch (order.status()) {
      case RECEIVED, CANCELLED -> new Declined(TOO_EARLY, order.status());
      case PAID ->
          new Done(paidBack(order.with(OrderStatus.CANCELLED), Refund.State.STARTED, books));
      case SHIPPED, OUT_FOR_DELIVERY ->
          write.reason().filter(REFUSED_PARCEL::equals).isPresent()
              ? new Done(paidBack(order, Refund.State.RETURNING, books))
              : new Declined(TOO_LATE, order.status());
      case PACKING, DELIVERED -> new Declined(TOO_LATE, order.status());
    };
  }

  private static Order paidBack(Order order, Refund.State state, DemoBooks books) {
    return order.with(new Refund(state, Optional.of(order.total()), Optional.of(books.today())));
  }

  static WriteResult protectPrice(Order order, ShopWrite.ProtectPrice write, DemoBooks books) {
    var past = books.first(subject(write));
    if (past.isPresent()) {
      return new Declined(ALREADY_DONE, order.status(), past.get().receipt());
    }
    if (books.today().isAfter(order.ordered().plusDays(PRICE_DAYS))) {
      return new Declined(TOO_LATE, order.status());
    }
    return order.status() == OrderStatus.CANCELLED
        ? new Declined(NOT_ELIGIBLE, order.status())
        : fallen(order, write.item(), books)
            .<WriteResult>map(difference -> new Done(order, Receipt.of(difference)))
            .orElseGet(() -> new Declined(NOT_ELIGIBLE, order.status()));
  }

  /** By how much the pieces of an item cost less than when they were ordered, where they do. */
  private static Optional<Money> fallen(Order order, String code, DemoBooks books) {
    var sum =
        order.items().stream()
            .filter(item -> item.code().equals(code))
            .map(item -> fallen(item, books))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(sum)
        .filter(difference -> difference.signum() > 0)
        .map(difference -> new Money(order.total().currency(), difference));
  }

  private static BigDecimal fallen(OrderItem item, DemoBooks books) {
    return item.price()
        .flatMap(
            paid ->
                books.product(item.code()).stream()
                    .flatMap(product -> product.prices().stream())
                    .filter(price -> price.currency().equals(paid.currency()))
                    .findFirst()
                    .map(price -> paid.amount().subtract(price.amount()).max(BigDecimal.ZERO)))
        .orElse(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(item.quantity()));
  }

  static WriteResult install(Order order, ShopWrite.BookInstallation write, DemoBooks books) {
    var past = books.first(subject(write));
    if (past.isPresent()) {
      return new Declined(ALREADY_DONE, order.status(), past.get().receipt());
    }
    if (order.status() == OrderStatus.CANCELLED || !fitted(order, write, books)) {
      return new Declined(NOT_ELIGIBLE, order.status());
    }
    if (books.freeDays().anyMatch(write.day()::equals)) {
      return new Done(order, Receipt.of("VI" + DemoRules.digits(order)).on(write.day()));
    }
    return new Declined(
        DAY_FULL,
        order.status(),
        books.freeDays().findFirst().map(Receipt::of).orElse(Receipt.NONE));
  }

  private static boolean fitted(Order order, ShopWrite.BookInstallation write, DemoBooks books) {
    return order.items().stream()
        .map(OrderItem::code)
        .filter(code -> write.item().map(code::equals).orElse(true))
        .flatMap(code -> books.product(code).stream())
        .anyMatch(product -> product.tags().contains(FITTED));
  }
}
