package deskbell.shop.rest;

import deskbell.conversation.Invalid;
import deskbell.shop.OrderStatus;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import io.vertx.core.json.JsonObject;

/** Writes what is sent to change an order, and reads why that was not done. */
final class WriteJson {
  private WriteJson() {}

  /** The request of a write. */
  static RestRequest request(String idempotencyKey, ShopWrite write) {
    return RestRequest.write(
        template(write), write.order(), new RestRequest.Write(idempotencyKey, body(write)));
  }

  private static String template(ShopWrite write) {
    return switch (write) {
      case ShopWrite.CancelOrder _ -> "/orders/{}/cancellation";
      case ShopWrite.ChangeAddress _ -> "/orders/{}/address";
      case ShopWrite.ChangeRefundAccount _ -> "/orders/{}/refund-account";
      case ShopWrite.StartReturn _ -> "/orders/{}/return";
      case ShopWrite.RequestInvoice _ -> "/orders/{}/invoice";
    };
  }

  private static JsonObject body(ShopWrite write) {
    var body = new JsonObject();
    switch (write) {
      case ShopWrite.CancelOrder _ -> {}
      case ShopWrite.ChangeAddress(_, var address, var phone) -> {
        body.put("address", address);
        phone.ifPresent(known -> body.put("recipientPhone", known));
      }
      case ShopWrite.ChangeRefundAccount(_, var account) -> body.put("account", account);
      case ShopWrite.StartReturn(_, var reason) -> body.put("reason", reason);
      case ShopWrite.RequestInvoice(_, var title, var taxNumber, var email) -> {
        body.put("title", title);
        taxNumber.ifPresent(known -> body.put("taxNumber", known));
        email.ifPresent(known -> body.put("email", known));
      }
    }
    return body;
  }

  /** Why an order that is there was not changed. */
  static WriteResult conflict(Fields json) {
    return json.as(
        conflict -> {
          var status = OrderStatus.ofWire(conflict.text("status"));
          return switch (conflict.text("outcome")) {
            case "already_done" -> new WriteResult.AlreadyDone(status);
            case "too_late" -> new WriteResult.TooLate(status);
            case "too_early" -> new WriteResult.TooEarly(status);
            default ->
                throw new Invalid(
                    "outcome", "is unknown; known: already_done, too_late, too_early");
          };
        });
  }
}
