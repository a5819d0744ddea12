package deskbell.store;

import deskbell.shop.Money;
import deskbell.shop.Names;
import deskbell.shop.Order;
import deskbell.shop.Product;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;
import deskbell.shop.sizing.SizeChart;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts the demo shop's goods and orders into its tables. Products follow the resource at every
 * start; an order that is there stays as shoppers have left it.
 */
record DemoSeed(List<Product> products, List<Order> orders, LocalDate today) {
  /** Nodes that start together sow one after the other. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('demo', 0))";

  private static final String PRODUCT =
      """
      INSERT INTO demo_product (code, position, name_en, name_zh, gbp, cny, stock, sizes, image,
        tags, alt_en, alt_zh, size_stock, chart)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      ON CONFLICT (code) DO UPDATE
      SET position = excluded.position, name_en = excluded.name_en, name_zh = excluded.name_zh,
          gbp = excluded.gbp, cny = excluded.cny, stock = excluded.stock,
          sizes = excluded.sizes, image = excluded.image, tags = excluded.tags,
          alt_en = excluded.alt_en, alt_zh = excluded.alt_zh,
          size_stock = excluded.size_stock, chart = excluded.chart
      """;

  private static final String ORDER =
      """
      INSERT INTO demo_order (number, account, email, phone, currency, total, status, ordered_day,
        eta_day, delivered_day, carrier, tracking, address, city, refund_state, refund_amount,
        refund_day, return_number, return_method, invoice)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20)
      ON CONFLICT DO NOTHING
      """;

  private static final String ITEM =
      """
      INSERT INTO demo_order_item (order_number, line, code, size, quantity, price)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT DO NOTHING
      """;

  /** Sows within the caller's transaction. */
  Future<Void> sow(SqlClient client) {
    return client
        .query(LOCK)
        .execute()
        .compose(_ -> client.preparedQuery(PRODUCT).executeBatch(productRows()))
        .compose(_ -> client.preparedQuery(ORDER).executeBatch(orderRows()))
        .compose(_ -> client.preparedQuery(ITEM).executeBatch(itemRows()))
        .mapEmpty();
  }

  private List<Tuple> productRows() {
    return IntStream.range(0, products.size())
        .mapToObj(
            i -> {
              var product = products.get(i);
              return Tuple.of(product.code(), i, product.name().en(), product.name().zh())
                  .addBigDecimal(price(product, "GBP"))
                  .addBigDecimal(price(product, "CNY"))
                  .addInteger(product.stock())
                  .addArrayOfString(product.sizes().toArray(String[]::new))
                  .addString(product.image().orElse(null))
                  .addArrayOfString(product.tags().toArray(String[]::new))
                  .addString(product.alt().map(Names::en).orElse(null))
                  .addString(product.alt().map(Names::zh).orElse(null))
                  .addArrayOfInteger(product.sizing().stock().toArray(Integer[]::new))
                  .addString(product.sizing().chart().map(SizeChart::written).orElse(null));
            })
        .toList();
  }

  private static BigDecimal price(Product product, String currency) {
    return product.prices().stream()
        .filter(price -> price.currency().getCurrencyCode().equals(currency))
        .map(Money::amount)
        .findFirst()
        .orElseThrow();
  }

  private List<Tuple> orderRows() {
    return orders.stream().map(this::orderRow).toList();
  }

  private Tuple orderRow(Order order) {
    return Tuple.of(order.number())
        .addString(order.user().orElse(null))
        .addString(order.contact().email())
        .addString(order.contact().phone())
        .addString(order.total().currency().getCurrencyCode())
        .addBigDecimal(order.total().amount())
        .addString(order.status().wire())
        .addInteger(day(Optional.of(order.ordered())))
        .addInteger(day(order.eta()))
        .addInteger(day(order.delivered()))
        .addString(order.shipment().map(Order.Shipment::carrier).orElse(null))
        .addString(order.shipment().map(Order.Shipment::tracking).orElse(null))
        .addString(order.address().text())
        .addString(order.address().city())
        .addString(order.refund().map(refund -> refund.state().wire()).orElse(null))
        .addBigDecimal(order.refund().flatMap(Refund::amount).map(Money::amount).orElse(null))
        .addInteger(day(order.refund().flatMap(Refund::day)))
        .addString(order.returned().map(ReturnSlip::number).orElse(null))
        .addString(order.returned().map(slip -> slip.method().wire()).orElse(null))
        .addString(order.invoice().orElse(null));
  }

  private Integer day(Optional<LocalDate> date) {
    return date.map(known -> (int) ChronoUnit.DAYS.between(today, known)).orElse(null);
  }

  private List<Tuple> itemRows() {
    var rows = new ArrayList<Tuple>();
    for (var order : orders) {
      for (int line = 0; line < order.items().size(); line++) {
        var item = order.items().get(line);
        rows.add(
            Tuple.of(order.number(), line, item.code())
                .addString(item.size().orElse(null))
                .addInteger(item.quantity())
                .addBigDecimal(item.price().map(Money::amount).orElse(null)));
      }
    }
    return rows;
  }
}
