package deskbell.shop.rest;

import deskbell.shop.Address;
import deskbell.shop.Money;
import deskbell.shop.Names;
import deskbell.shop.Order;
import deskbell.shop.OrderItem;
import deskbell.shop.OrderStatus;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;

/** Reads orders in the form that {@code src/docs/shop-rest.md} gives. */
final class OrderJson {
  private OrderJson() {}

  static Order order(Fields json) {
    return json.as(OrderJson::read);
  }

  private static Order read(Fields json) {
    return new Order(
        json.text("number"),
        json.optionalText("user"),
        new Order.Contact(
            json.optionalText("email").orElse(""), json.optionalText("phone").orElse("")),
        json.objects("items").stream().map(item -> item.as(OrderJson::item)).toList(),
        money(json.object("total")),
        OrderStatus.ofWire(json.text("status")),
        json.day("ordered"),
        json.optionalObject("shipment")
            .map(sent -> new Order.Shipment(sent.text("carrier"), sent.text("tracking"))),
        json.optionalDay("eta"),
        json.optionalDay("delivered"),
        json.object("address").as(OrderJson::address),
        json.optionalObject("refund").map(refund -> refund.as(OrderJson::refund)),
        json.optionalObject("return").map(slip -> slip.as(OrderJson::slip)),
        json.optionalText("invoice"));
  }

  private static OrderItem item(Fields json) {
    return new OrderItem(
        json.text("code"),
        names(json),
        json.optionalText("size"),
        json.number("quantity"),
        json.optionalObject("price").map(OrderJson::money));
  }

  private static Address address(Fields json) {
    return new Address(json.text("text"), json.optionalText("city").orElse(""));
  }

  private static Refund refund(Fields json) {
    return new Refund(
        Refund.State.ofWire(json.text("state")),
        json.optionalObject("amount").map(OrderJson::money),
        json.optionalDay("day"));
  }

  private static ReturnSlip slip(Fields json) {
    return new ReturnSlip(json.text("number"), ReturnSlip.Method.ofWire(json.text("method")));
  }

  /** One name for every language, or one for each. */
  static Names names(Fields json) {
    return names(json, "name");
  }

  /** As {@link #names(Fields)}, in a field of another name. */
  static Names names(Fields json, String field) {
    if (json.isText(field)) {
      return new Names(json.text(field), json.text(field));
    }
    var names = json.object(field);
    return new Names(names.text("en"), names.text("zh"));
  }

  static Money money(Fields json) {
    return json.as(money -> Money.of(money.text("currency"), money.decimal("amount")));
  }
}
