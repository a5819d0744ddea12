package deskbell.shop;

import deskbell.conversation.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns orders into the facts that flows speak of; what the shop does not know is absent. */
final class OrderFacts {
  /** Orders that a list names at most. */
  static final int MAX_LISTED = 5;

  private final Map<String, String> facts = new LinkedHashMap<>();

  private OrderFacts() {}

  /** All that a bot may say of an order. */
  static Map<String, String> of(Order order, Language language) {
    var facts = new OrderFacts();
    facts.addStatus(order);
    facts.put("items", items(order, language));
    facts.put("total", order.total().toString());
    facts.put("ordered", order.ordered().toString());
    facts.put("carrier", order.shipment().map(Order.Shipment::carrier));
    facts.put("tracking", order.shipment().map(Order.Shipment::tracking));
    facts.put("eta", order.eta());
    facts.put("delivered", order.delivered());
    facts.put("address", order.address().city());
    facts.addRefund(order);
    return facts.facts;
  }

  /** How far an order's refund has come. */
  static Map<String, String> refund(Order order) {
    var facts = new OrderFacts();
    facts.addStatus(order);
    facts.addRefund(order);
    return facts.facts;
  }

  /** What a write has brought. */
  static Map<String, String> after(ShopWrite write, Order order) {
    var facts = new OrderFacts();
    facts.addStatus(order);
    switch (write) {
      case ShopWrite.CancelOrder _, ShopWrite.ChangeRefundAccount _ -> facts.addRefund(order);
      case ShopWrite.ChangeAddress _ -> facts.put("address", order.address().city());
      case ShopWrite.StartReturn _ -> {
        facts.put("return_number", order.returned().map(ReturnSlip::number));
        facts.put("method", order.returned().map(slip -> slip.method().wire()));
      }
      case ShopWrite.RequestInvoice _ -> facts.put("invoice_number", order.invoice());
    }
    return facts.facts;
  }

  /** A user's newest orders, numbered from 1. */
  static Map<String, String> list(List<Order> orders, Language language) {
    var facts = new OrderFacts();
    var listed = orders.subList(0, Math.min(orders.size(), MAX_LISTED));
    facts.put("count", Integer.toString(listed.size()));
    for (int i = 0; i < listed.size(); i++) {
      var order = listed.get(i);
      var suffix = "_" + (i + 1);
      facts.put("order" + suffix, order.number());
      facts.put("status" + suffix, order.status().wire());
      facts.put("items" + suffix, items(order, language));
      facts.put("total" + suffix, order.total().toString());
      facts.put("ordered" + suffix, order.ordered().toString());
    }
    return facts.facts;
  }

  private void addStatus(Order order) {
    put("order", order.number());
    put("status", order.status().wire());
  }

  private void addRefund(Order order) {
    put("refund_state", order.refund().map(refund -> refund.state().wire()));
    put("refund_amount", order.refund().flatMap(Refund::amount));
    put("refund_date", order.refund().flatMap(Refund::day));
  }

  private void put(String name, Optional<?> value) {
    value.ifPresent(known -> put(name, known.toString()));
  }

  private void put(String name, String value) {
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
  }

  private static String items(Order order, Language language) {
    var separator =
        switch (language) {
          case EN -> ", ";
          case ZH -> "、";
        };
    return order.items().stream()
        .map(item -> item(item, language))
        .collect(Collectors.joining(separator));
  }

  private static String item(OrderItem item, Language language) {
    var size =
        item.size()
            .map(
                known ->
                    switch (language) {
                      case EN -> " (" + known + ")";
                      case ZH -> "（" + known + "）";
                    })
            .orElse("");
    var times = item.quantity() == 1 ? "" : " × " + item.quantity();
    return item.name().in(language) + size + times;
  }
}
