package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what still needs an account, by its orders. Pure. */
final class Accounts {
  private Accounts() {}

  /** {@code still_open} with the numbers of what is under way, or {@code ok}. */
  static CallResult standing(List<Order> orders, Language language) {
    var facts = new TreeMap<String, String>();
    put(facts, "open_orders", orders, Order::underWay, language);
    put(facts, "open_refunds", orders, Order::refundUnderWay, language);
    return facts.isEmpty() ? Results.ok(Map.of()) : new CallResult("still_open", facts);
  }

  private static void put(
      Map<String, String> facts,
      String name,
      List<Order> orders,
      Predicate<Order> open,
      Language language) {
    var separator =
        switch (language) {
          case EN -> ", ";
          case ZH -> "、";
        };
    var numbers =
        orders.stream().filter(open).map(Order::number).collect(Collectors.joining(separator));
    if (!numbers.isEmpty()) {
      facts.put(name, numbers);
    }
  }
}
