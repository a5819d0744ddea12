package deskbell.store;

import deskbell.shop.Address;
import deskbell.shop.Money;
import deskbell.shop.Names;
import deskbell.shop.Order;
import deskbell.shop.OrderItem;
import deskbell.shop.OrderStatus;
import deskbell.shop.Product;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;
import deskbell.shop.sizing.SizeChart;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The demo shop's rows as records, and back. */
final class DemoRows {
  /** Orders with their items as arrays; {@code $1} is today. */
  static final String ORDERS =
      """
      SELECT o.number, o.account, o.email, o.phone, o.currency, o.total, o.status,
             base.day + o.ordered_day AS ordered, base.day + o.eta_day AS eta,
             base.day + o.delivered_day AS delivered, o.carrier, o.tracking, o.address, o.city,
             o.refund_state, o.refund_amount, base.day + o.refund_day AS refunded,
             o.return_number, o.return_method, o.invoice,
             items.codes, items.names_en, items.names_zh, items.sizes, items.quantities,
             items.prices
      FROM demo_order o
      CROSS JOIN LATERAL (SELECT coalesce(o.fixed_on, $1::date) AS day) AS base
      CROSS JOIN LATERAL (
        SELECT array_agg(i.code ORDER BY i.line) AS codes,
               array_agg(p.name_en ORDER BY i.line) AS names_en,
               array_agg(p.name_zh ORDER BY i.line) AS names_zh,
               array_agg(i.size ORDER BY i.line) AS sizes,
               array_agg(i.quantity ORDER BY i.line) AS quantities,
               array_agg(i.price ORDER BY i.line) AS prices
        FROM demo_order_item i JOIN demo_product p ON p.code = i.code
        WHERE i.order_number = o.number) AS items
      """;

  /** Stores what a write may change; from then on the order's days stand still. */
  static final String CHANGE =
      """
      UPDATE demo_order
      SET fixed_on = coalesce(fixed_on, $2::date), status = $3, address = $4, city = $5,
          refund_state = $6, refund_amount = $7,
          refund_day = $8::date - coalesce(fixed_on, $2::date),
          return_number = $9, return_method = $10, invoice = $11
      WHERE number = $1
      """;

  private DemoRows() {}

  static Tuple change(Order order, LocalDate today) {
    return Tuple.of(order.number(), today, order.status().wire())
        .addString(order.address().text())
        .addString(order.address().city())
        .addString(order.refund().map(refund -> refund.state().wire()).orElse(null))
        .addBigDecimal(order.refund().flatMap(Refund::amount).map(Money::amount).orElse(null))
        .addLocalDate(order.refund().flatMap(Refund::day).orElse(null))
        .addString(order.returned().map(ReturnSlip::number).orElse(null))
        .addString(order.returned().map(slip -> slip.method().wire()).orElse(null))
        .addString(order.invoice().orElse(null));
  }

  static Order order(Row row) {
    var currency = Currency.getInstance(row.getString("currency"));
    return new Order(
        row.getString("number"),
        Optional.ofNullable(row.getString("account")),
        new Order.Contact(row.getString("email"), row.getString("phone")),
        items(row, currency),
        new Money(currency, row.getBigDecimal("total")),
        OrderStatus.ofWire(row.getString("status")),
        row.getLocalDate("ordered"),
        Optional.ofNullable(row.getString("carrier"))
            .map(carrier -> new Order.Shipment(carrier, row.getString("tracking"))),
        Optional.ofNullable(row.getLocalDate("eta")),
        Optional.ofNullable(row.getLocalDate("delivered")),
        new Address(row.getString("address"), row.getString("city")),
        refund(row, currency),
        Optional.ofNullable(row.getString("return_number"))
            .map(
                number ->
                    new ReturnSlip(
                        number, ReturnSlip.Method.ofWire(row.getString("return_method")))),
        Optional.ofNullable(row.getString("invoice")));
  }

  private static List<OrderItem> items(Row row, Currency currency) {
    var codes = row.getArrayOfStrings("codes");
    var en = row.getArrayOfStrings("names_en");
    var zh = row.getArrayOfStrings("names_zh");
    var sizes = row.getArrayOfStrings("sizes");
    var quantities = row.getArrayOfIntegers("quantities");
    var prices = row.getArrayOfNumerics("prices");
    return IntStream.range(0, codes.length)
        .mapToObj(
            i ->
                new OrderItem(
                    codes[i],
                    new Names(en[i], zh[i]),
                    Optional.ofNullable(sizes[i]),
                    quantities[i],
                    Optional.ofNullable(prices[i])
                        .map(price -> new Money(currency, price.bigDecimalValue()))))
        .toList();
  }

  private static Optional<Refund> refund(Row row, Currency currency) {
    return Optional.ofNullable(row.getString("refund_state"))
        .map(
            state ->
                new Refund(
                    Refund.State.ofWire(state),
                    Optional.ofNullable(row.getBigDecimal("refund_amount"))
                        .map(amount -> new Money(currency, amount)),
                    Optional.ofNullable(row.getLocalDate("refunded"))));
  }

  static Product product(Row row) {
    return new Product(
        row.getString("code"),
        new Names(row.getString("name_en"), row.getString("name_zh")),
        List.of(price("GBP", row.getBigDecimal("gbp")), price("CNY", row.getBigDecimal("cny"))),
        row.getInteger("stock"),
        List.of(row.getArrayOfStrings("sizes")),
        Optional.ofNullable(row.getString("image")),
        List.of(row.getArrayOfStrings("tags")),
        Optional.ofNullable(row.getString("alt_en"))
            .map(alt -> new Names(alt, row.getString("alt_zh"))),
        new Product.Sizing(
            List.of(row.getArrayOfIntegers("size_stock")),
            Optional.ofNullable(row.getString("chart")).map(SizeChart::parse)));
  }

  private static Money price(String currency, BigDecimal amount) {
    return new Money(Currency.getInstance(currency), amount);
  }
}
