package deskbell.shop.rest;

import deskbell.shop.OrderStatus;
import deskbell.shop.Receipt;
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

  /** The request to erase a user's account. */
  static RestRequest erasure(String idempotencyKey, String user) {
    return RestRequest.write(
        "/users/{}/erasure", user, new RestRequest.Write(idempotencyKey, new JsonObject()));
  }

  private static String template(ShopWrite write) {
    return switch (write) {
      case ShopWrite.CancelOrder _ -> "/orders/{}/cancellation";
      case ShopWrite.ChangeAddress _ -> "/orders/{}/address";
      case ShopWrite.ChangeRefundAccount _ -> "/orders/{}/refund-account";
      case ShopWrite.StartReturn _ -> "/orders/{}/return";
      case ShopWrite.RequestInvoice _ -> "/orders/{}/invoice";
      case ShopWrite.OpenCase _ -> "/orders/{}/cases";
      case ShopWrite.HurryOrder _ -> "/orders/{}/hurry";
      case ShopWrite.StartExchange _ -> "/orders/{}/exchange";
      case ShopWrite.RequestRefund _ -> "/orders/{}/refund";
      case ShopWrite.ProtectPrice _ -> "/orders/{}/price-protection";
      case ShopWrite.BookInstallation _ -> "/orders/{}/installation";
    };
  }

  private static JsonObject body(ShopWrite write) {
    var body = new JsonObject();
    switch (write) {
      case ShopWrite.CancelOrder _, ShopWrite.HurryOrder _ -> {}
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
      case ShopWrite.OpenCase(_, var kind, var item, var story, var wish) -> {
        body.put("kind", kind.wire());
        item.ifPresent(known -> body.put("item", known));
        body.put("story", story);
        wish.ifPresent(known -> body.put("wish", known));
      }
      case ShopWrite.StartExchange(_, var item, var size, var colour) -> {
        body.put("item", item);
        size.ifPresent(known -> body.put("size", known));
        colour.ifPresent(known -> body.put("colour", known));
      }
      case ShopWrite.RequestRefund(_, var reason) ->
          reason.ifPresent(known -> body.put("reason", known));
      case ShopWrite.ProtectPrice(_, var item) -> body.put("item", item);
      case ShopWrite.BookInstallation(_, var item, var day) -> {
        item.ifPresent(known -> body.put("item", known));
        body.put("day", day.toString());
      }
    }
    return body;
  }

  /** Why an order that is there was not changed. */
  static WriteResult conflict(Fields json) {
    return json.as(
        conflict ->
            new WriteResult.Declined(
                WriteResult.Reason.ofWire(conflict.text("outcome")),
                OrderStatus.ofWire(conflict.text("status")),
                receipt(conflict)));
  }

  /** What the shopper may hold on to, where the answer says so. */
  static Receipt receipt(Fields json) {
    return json.optionalObject("receipt")
        .map(receipt -> receipt.as(WriteJson::read))
        .orElse(Receipt.NONE);
  }

  private static Receipt read(Fields json) {
    return new Receipt(
        json.optionalText("number"),
        json.optionalObject("amount").map(OrderJson::money),
        json.optionalDay("day"));
  }
}
