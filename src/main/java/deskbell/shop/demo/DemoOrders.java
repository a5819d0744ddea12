package deskbell.shop.demo;

import static deskbell.shop.demo.DemoFile.optional;

import deskbell.conversation.Invalid;
import deskbell.shop.Address;
import deskbell.shop.Money;
import deskbell.shop.Order;
import deskbell.shop.OrderItem;
import deskbell.shop.OrderStatus;
import deskbell.shop.Product;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/**
 * The demo shop's orders, from {@code orders.csv}. Its days count from today, so that the demo
 * never grows old; items read {@code LL-C101/M*2@75.00}: code, size, quantity, and what one piece
 * cost where that was another price than today's.
 */
public final class DemoOrders {
  private static final Pattern ITEM =
      Pattern.compile(
          "(?<code>[^/*@]+)(/(?<size>[^*@]+))?([*](?<quantity>[0-9]+))?(@(?<price>[0-9.]+))?");

  private final Map<String, Product> products;
  private final LocalDate today;

  private DemoOrders(List<Product> products, LocalDate today) {
    this.products = products.stream().collect(Collectors.toMap(Product::code, Function.identity()));
    this.today = today;
  }

  /** All orders as they stand on a day. Blocks for the reading. */
  public static List<Order> read(LocalDate today) {
    return DemoFile.read("orders.csv", new DemoOrders(DemoCatalogue.read(), today)::order);
  }

  private Order order(CSVRecord line) {
    var items = items(line);
    var total = total(line, items);
    return new Order(
        line.get("number"),
        optional(line, "account"),
        new Order.Contact(line.get("email"), line.get("phone")),
        items,
        total,
        OrderStatus.ofWire(line.get("status")),
        day(line, "ordered").orElseThrow(() -> new Invalid("ordered", "is missing")),
        optional(line, "carrier").map(carrier -> new Order.Shipment(carrier, line.get("tracking"))),
        day(line, "eta"),
        day(line, "delivered"),
        new Address(line.get("address"), line.get("city")),
        refund(line, total),
        optional(line, "return_number")
            .map(
                number ->
                    new ReturnSlip(number, ReturnSlip.Method.ofWire(line.get("return_method")))),
        optional(line, "invoice"));
  }

  private List<OrderItem> items(CSVRecord line) {
    var currency = currency(line.get("store"));
    return Arrays.stream(line.get("items").split(" ")).map(text -> item(text, currency)).toList();
  }

  private OrderItem item(String text, String currency) {
    var parts = ITEM.matcher(text);
    if (!parts.matches()) {
      throw new Invalid("items", "holds " + text + "; must be CODE/SIZE*QUANTITY@PRICE");
    }
    var code = parts.group("code");
    var quantity = Optional.ofNullable(parts.group("quantity")).map(Integer::parseInt).orElse(1);
    var size = Optional.ofNullable(parts.group("size"));
    if (!products.containsKey(code)) {
      throw new Invalid("items", "holds " + code + ", which the catalogue has not");
    }
    var product = products.get(code);
    if (!size.map(product.sizes()::contains).orElse(product.sizes().isEmpty())) {
      throw new Invalid("items", "holds " + text + "; sizes are " + product.sizes());
    }
    var price =
        Optional.ofNullable(parts.group("price"))
            .map(paid -> Money.of(currency, paid))
            .orElseGet(() -> price(product, currency));
    return new OrderItem(code, product.name(), size, quantity, Optional.of(price));
  }

  private Money total(CSVRecord line, List<OrderItem> items) {
    var currency = currency(line.get("store"));
    var sum = new BigDecimal(line.get("delivery"));
    for (var item : items) {
      var price = item.price().orElseThrow().amount();
      sum = sum.add(price.multiply(BigDecimal.valueOf(item.quantity())));
    }
    return Money.of(currency, sum.toPlainString());
  }

  private static Money price(Product product, String currency) {
    return product.prices().stream()
        .filter(price -> price.currency().getCurrencyCode().equals(currency))
        .findFirst()
        .orElseThrow(() -> new Invalid("items", product.code() + " has no price in " + currency));
  }

  private static String currency(String store) {
    return switch (store) {
      case "uk" -> DemoCatalogue.POUNDS;
      case "cn" -> DemoCatalogue.YUAN;
      default -> throw new Invalid("store", "is " + store + "; known: uk, cn");
    };
  }

  private Optional<Refund> refund(CSVRecord line, Money total) {
    return optional(line, "refund_state")
        .map(Refund.State::ofWire)
        .map(
            state ->
                new Refund(
                    state,
                    state == Refund.State.RETURNING ? Optional.empty() : Optional.of(total),
                    day(line, "refund_day")));
  }

  private Optional<LocalDate> day(CSVRecord line, String column) {
    return optional(line, column).map(days -> today.plusDays(Integer.parseInt(days)));
  }
}
