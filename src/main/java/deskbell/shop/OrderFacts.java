package deskbell.shop;

import deskbell.conversation.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns orders into the facts that flows speak of; what the shop does not know is absent. */
final class OrderFacts {
  /** Orders that a list names at most, and items of one order. */
  static final int MAX_LISTED = 5;

  private final Map<String, String> facts = new LinkedHashMap<>();

  private OrderFacts() {}

  /** All that a bot may say of an order. */
  static Map<String, String> of(Order order, Language language) {
    var facts = new OrderFacts();
    facts.addStatus(order);
    facts.put("items", items(order, language));
    facts.addItems(order, language);
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
  static Map<String, String> after(ShopWrite write, Order order, Receipt receipt) {
    var facts = new OrderFacts();
    facts.addStatus(order);
    facts.addReceipt(write, receipt);
    switch (write) {
      case ShopWrite.CancelOrder _, ShopWrite.ChangeRefundAccount _, ShopWrite.RequestRefund _ ->
          facts.addRefund(order);
      case ShopWrite.ChangeAddress _ -> facts.put("address", order.address().city());
      case ShopWrite.StartReturn _ -> {
        facts.put("return_number", order.returned().map(ReturnSlip::number));
        facts.put("method", order.returned().map(slip -> slip.method().wire()));
      }
      case ShopWrite.RequestInvoice _ -> facts.put("invoice_number", order.invoice());
      case ShopWrite.HurryOrder _ -> facts.put("eta", order.eta());
      case ShopWrite.OpenCase _, ShopWrite.StartExchange _ -> {}
      case ShopWrite.ProtectPrice _, ShopWrite.BookInstallation _ -> {}
    }
    return facts.facts;
  }

  /** Why a write was not done, with what there is instead. */
  static Map<String, String> declined(
      ShopWrite write, WriteResult.Reason reason, OrderStatus status, Receipt receipt) {
    var facts = new OrderFacts();
    facts.put("order", write.order());
    facts.put("status", status.wire());
    if (reason == WriteResult.Reason.DAY_FULL) {
      facts.put("next_day", receipt.day());
    } else {
      facts.addReceipt(write, receipt);
    }
    return facts.facts;
  }

  private void addReceipt(ShopWrite write, Receipt receipt) {
    switch (write) {
      case ShopWrite.OpenCase _ -> put("case_number", receipt.number());
      case ShopWrite.StartExchange _ -> put("exchange_number", receipt.number());
      case ShopWrite.ProtectPrice _ -> put("difference", receipt.amount());
      case ShopWrite.BookInstallation _ -> {
        put("visit_number", receipt.number());
        put("visit_day", receipt.day());
      }
      case ShopWrite.CancelOrder _, ShopWrite.ChangeRefundAccount _, ShopWrite.RequestRefund _ -> {}
      case ShopWrite.ChangeAddress _, ShopWrite.StartReturn _, ShopWrite.RequestInvoice _ -> {}
      case ShopWrite.HurryOrder _ -> {}
    }
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

  /** Each thing of an order by itself, to be picked from. */
  private void addItems(Order order, Language language) {
    var listed = order.items().subList(0, Math.min(order.items().size(), MAX_LISTED));
    put("item_count", Integer.toString(order.items().size()));
    for (int i = 0; i < listed.size(); i++) {
      put("item_" + (i + 1), listed.get(i).name().in(language));
    }
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
