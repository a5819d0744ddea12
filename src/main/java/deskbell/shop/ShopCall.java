package deskbell.shop;

import deskbell.conversation.Invalid;
import deskbell.shop.ShopWrite.CancelOrder;
import deskbell.shop.ShopWrite.ChangeAddress;
import deskbell.shop.ShopWrite.ChangeRefundAccount;
import deskbell.shop.ShopWrite.RequestInvoice;
import deskbell.shop.ShopWrite.StartReturn;
import java.util.Map;

/** A flow's call with its arguments read. */
sealed interface ShopCall {
  /** Asks how an order stands. */
  record FindOrder(Claim claim) implements ShopCall {}

  /** Asks how an order's refund stands. */
  record RefundStatus(Claim claim) implements ShopCall {}

  /** Asks for the orders of whoever is signed in. */
  record ListOrders() implements ShopCall {}

  /** Changes an order. */
  record Write(Claim claim, Need need, ShopWrite write) implements ShopCall {}

  /** Reads a call that changes an order; any other one is Invalid. */
  static ShopWrite write(String operation, Map<String, String> arguments) {
    return switch (of(operation, arguments)) {
      case Write(_, _, var write) -> write;
      case FindOrder _, RefundStatus _, ListOrders _ ->
          throw new Invalid("operation", "is " + Excerpt.of(operation) + "; it writes nothing");
    };
  }

  /** Reads a call; an unknown operation or a missing argument is Invalid. */
  static ShopCall of(String operation, Map<String, String> arguments) {
    return switch (operation) {
      case "list_orders" -> new ListOrders();
      case "find_order" -> new FindOrder(Claim.of(arguments));
      case "refund_status" -> new RefundStatus(Claim.of(arguments));
      case "cancel_order" -> cancel(Claim.of(arguments));
      case "change_address" -> changeAddress(Claim.of(arguments), arguments);
      case "change_refund_account" -> changeRefundAccount(Claim.of(arguments), arguments);
      case "start_return" -> startReturn(Claim.of(arguments), arguments);
      case "request_invoice" -> requestInvoice(Claim.of(arguments), arguments);
      default ->
          throw new Invalid("operation", "is " + Excerpt.of(operation) + "; the shop has no such");
    };
  }

  private static Write cancel(Claim claim) {
    return new Write(claim, Need.EITHER, new CancelOrder(claim.order()));
  }

  private static Write changeAddress(Claim claim, Map<String, String> arguments) {
    return new Write(
        claim,
        Need.BOTH,
        new ChangeAddress(
            claim.order(),
            Arguments.required(arguments, "address"),
            Arguments.optional(arguments, "recipient_phone")));
  }

  private static Write changeRefundAccount(Claim claim, Map<String, String> arguments) {
    return new Write(
        claim,
        Need.BOTH,
        new ChangeRefundAccount(claim.order(), Arguments.required(arguments, "account")));
  }

  private static Write startReturn(Claim claim, Map<String, String> arguments) {
    return new Write(
        claim,
        Need.EITHER,
        new StartReturn(claim.order(), Arguments.required(arguments, "reason")));
  }

  private static Write requestInvoice(Claim claim, Map<String, String> arguments) {
    return new Write(
        claim,
        Need.EITHER,
        new RequestInvoice(
            claim.order(),
            Arguments.required(arguments, "title"),
            Arguments.optional(arguments, "tax_number"),
            Arguments.optional(arguments, "invoice_email")));
  }
}
