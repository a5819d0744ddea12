package deskbell.shop;

import deskbell.conversation.Invalid;
import deskbell.shop.ShopWrite.BookInstallation;
import deskbell.shop.ShopWrite.CancelOrder;
import deskbell.shop.ShopWrite.ChangeAddress;
import deskbell.shop.ShopWrite.ChangeRefundAccount;
import deskbell.shop.ShopWrite.HurryOrder;
import deskbell.shop.ShopWrite.OpenCase;
import deskbell.shop.ShopWrite.ProtectPrice;
import deskbell.shop.ShopWrite.RequestInvoice;
import deskbell.shop.ShopWrite.RequestRefund;
import deskbell.shop.ShopWrite.StartExchange;
import deskbell.shop.ShopWrite.StartReturn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A flow's call with its arguments read. */
sealed interface ShopCall {
  /** Asks how an order stands. */
  record FindOrder(Claim claim) implements ShopCall {}

  /** Asks how an order's refund stands. */
  record RefundStatus(Claim claim) implements ShopCall {}

  /** Asks for the orders of whoever is signed in. */
  record ListOrders() implements ShopCall {}

  /** Asks what still needs the account of whoever is signed in. */
  record CheckAccount() implements ShopCall {}

  /** Has the account of whoever is signed in erased. */
  record EraseAccount() implements ShopCall {}

  /** Asks what a code for money off is worth. */
  record CheckVoucher(String code) implements ShopCall {}

  /** Looks for products by need. */
  record FindProducts(Wanted wanted) implements ShopCall {}

  /** Asks which size fits. */
  record AdviseSize(SizeAdvice.Asked asked) implements ShopCall {}

  /** Changes an order. */
  record Write(Claim claim, Need need, ShopWrite write) implements ShopCall {}

  /** Reads a call that changes an order; any other one is Invalid. */
  static ShopWrite write(String operation, Map<String, String> arguments) {
    return switch (of(operation, arguments)) {
      case Write(_, _, var write) -> write;
      case FindOrder _, RefundStatus _, ListOrders _, FindProducts _, AdviseSize _ ->
          throw new Invalid("operation", "is " + Excerpt.of(operation) + "; it changes no order");
      case CheckAccount _, EraseAccount _, CheckVoucher _ ->
          throw new Invalid("operation", "is " + Excerpt.of(operation) + "; it changes no order");
    };
  }

  /** Reads a call; an unknown operation or a missing argument is Invalid. */
  static ShopCall of(String operation, Map<String, String> arguments) {
    return switch (operation) {
      case "list_orders" -> new ListOrders();
      case "check_account" -> new CheckAccount();
      case Writes.ERASE_ACCOUNT -> new EraseAccount();
      case "check_voucher" -> new CheckVoucher(Vouchers.code(arguments));
      case "find_products" -> new FindProducts(Wanted.of(arguments));
      case "size_advice" -> new AdviseSize(SizeAdvice.Asked.of(arguments));
      case "find_order" -> new FindOrder(Claim.of(arguments));
      case "refund_status" -> new RefundStatus(Claim.of(arguments));
      default -> writing(operation, arguments);
    };
  }

  private static Write writing(String operation, Map<String, String> arguments) {
    var given = new Given(arguments);
    return switch (operation) {
      case "cancel_order" -> either(given, CancelOrder::new);
      case "change_address" ->
          both(
              given,
              order ->
                  new ChangeAddress(order, given.need("address"), given.may("recipient_phone")));
      case "change_refund_account" ->
          both(given, order -> new ChangeRefundAccount(order, given.need("account")));
      case "start_return" -> either(given, order -> new StartReturn(order, given.need("reason")));
      case "request_invoice" ->
          either(
              given,
              order ->
                  new RequestInvoice(
                      order,
                      given.need("title"),
                      given.may("tax_number"),
                      given.may("invoice_email")));
      case "open_case" ->
          either(
              given,
              order ->
                  new OpenCase(
                      order,
                      CaseKind.ofWire(given.need("kind")),
                      given.may("item"),
                      given.need("story"),
                      given.may("wish")));
      case "hurry_order" -> either(given, HurryOrder::new);
      case "start_exchange" ->
          either(
              given,
              order ->
                  new StartExchange(
                      order, given.text("item"), given.may("size"), given.may("colour")));
      case "request_refund" ->
          either(given, order -> new RequestRefund(order, given.may("reason")));
      case "price_protection" ->
          either(given, order -> new ProtectPrice(order, given.text("item")));
      case "book_installation" ->
          either(given, order -> new BookInstallation(order, given.may("item"), given.day("day")));
      default ->
          throw new Invalid("operation", "is " + Excerpt.of(operation) + "; the shop has no such");
    };
  }

  private static Write either(Given given, Function<String, ShopWrite> write) {
    return write(given, Need.EITHER, write);
  }

  private static Write both(Given given, Function<String, ShopWrite> write) {
    return write(given, Need.BOTH, write);
  }

  private static Write write(Given given, Need need, Function<String, ShopWrite> write) {
    var claim = Claim.of(given.arguments());
    return new Write(claim, need, write.apply(claim.order()));
  }

  /** The arguments of a write. */
  record Given(Map<String, String> arguments) {
    String need(String name) {
      return Arguments.required(arguments, name);
    }

    Optional<String> may(String name) {
      return Arguments.optional(arguments, name);
    }

    /** As it is said; empty where it is not: whose it is is found once the order is known. */
    String text(String name) {
      return may(name).orElse("");
    }

    LocalDate day(String name) {
      var text = need(name);
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException malformed) {
        throw new Invalid(name, "is " + Excerpt.of(text) + ", not a day", malformed);
      }
    }
  }
}
