package deskbell.store;

import deskbell.shop.Erasure;
import deskbell.shop.Order;
import deskbell.shop.Product;
import deskbell.shop.Shop;
import deskbell.shop.ShopWrite;
import deskbell.shop.Voucher;
import deskbell.shop.WriteResult;
import deskbell.shop.demo.DemoBooks;
import deskbell.shop.demo.DemoCatalogue;
import deskbell.shop.demo.DemoOrders;
import deskbell.shop.demo.DemoRules;
import deskbell.shop.demo.DemoVouchers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The demo shop in tables of the database. Its rules are {@link DemoRules}; a write locks its
 * order, and its ledger holds each key once. Any thread.
 */
public final class PgDemoShop implements Shop {
  private static final String ORDER = DemoRows.ORDERS + " WHERE o.number = $2";
  private static final String LOCKED_ORDER = ORDER + " FOR UPDATE OF o";

  private static final String ORDERS_OF =
      DemoRows.ORDERS + " WHERE o.account = $2 ORDER BY ordered DESC, o.number DESC LIMIT $3";

  private static final String PRODUCTS =
      """
      SELECT code, name_en, name_zh, gbp, cny, stock, sizes, image, tags, alt_en, alt_zh, size_stock,
        chart
      FROM demo_product
      ORDER BY position
      """;

  private final Database database;
  private final DemoVouchers vouchers;
  private final Clock clock;

  private PgDemoShop(Database database, DemoVouchers vouchers, Clock clock) {
    this.database = database;
    this.vouchers = vouchers;
    this.clock = clock;
  }

  /**
   * The demo shop, with its catalogue as the resource has it and its orders put in where they are
   * not. Reads the resources on a worker.
   */
  public static Future<PgDemoShop> open(Vertx vertx, Database database, Clock clock) {
    var today = LocalDate.now(clock);
    return vertx
        .executeBlocking(() -> new DemoSeed(DemoCatalogue.read(), DemoOrders.read(today), today))
        .compose(seed -> database.transaction(seed::sow))
        .compose(_ -> vertx.executeBlocking(DemoVouchers::read))
        .map(vouchers -> new PgDemoShop(database, vouchers, clock));
  }

  @Override
  public Future<Optional<Order>> order(String number) {
    return database.call(client -> order(client, ORDER, number));
  }

  @Override
  public Future<List<Order>> ordersOf(String user) {
    return database.call(
        client ->
            client
                .preparedQuery(ORDERS_OF)
                .execute(Tuple.of(today(), user, MAX_ORDERS))
                .map(rows -> rows.stream().map(DemoRows::order).toList()));
  }

  @Override
  public Future<List<Product>> products() {
    return database.call(PgDemoShop::products);
  }

  private static Future<List<Product>> products(SqlClient client) {
    return client
        .preparedQuery(PRODUCTS)
        .execute()
        .map(rows -> rows.stream().map(DemoRows::product).toList());
  }

  @Override
  public Future<WriteResult> write(String idempotencyKey, ShopWrite write) {
    return database.transaction(
        client ->
            order(client, LOCKED_ORDER, write.order())
                .compose(
                    found ->
                        found
                            .map(order -> once(client, idempotencyKey, order, write))
                            .orElse(Future.succeededFuture(new WriteResult.Missing()))));
  }

  @Override
  public Future<Erasure> erase(String idempotencyKey, String user) {
    return database.transaction(
        client -> DemoAccounts.erase(client, idempotencyKey, user, today()));
  }

  @Override
  public Future<Optional<Voucher>> voucher(String code, Optional<String> user) {
    return user.map(known -> ordersOf(known).map(orders -> !orders.isEmpty()))
        .orElse(Future.succeededFuture(false))
        .map(ordered -> vouchers.find(code, today(), ordered));
  }

  private Future<WriteResult> once(
      SqlClient client, String idempotencyKey, Order order, ShopWrite write) {
    return DemoLedger.find(client, idempotencyKey)
        .compose(
            recorded ->
                recorded
                    .map(entry -> Future.succeededFuture(entry.result(order)))
                    .orElseGet(() -> decided(client, idempotencyKey, order, write)));
  }

  private Future<WriteResult> decided(
      SqlClient client, String idempotencyKey, Order order, ShopWrite write) {
    return books(client, order)
        .map(books -> DemoRules.decide(order, write, books))
        .compose(
            result ->
                changed(client, result)
                    .compose(
                        _ -> DemoLedger.add(client, idempotencyKey, write, order, result, today()))
                    .map(_ -> result));
  }

  private Future<DemoBooks> books(SqlClient client, Order order) {
    return products(client)
        .compose(
            products ->
                DemoLedger.done(client, order.number())
                    .compose(
                        done ->
                            DemoLedger.visits(client)
                                .map(visits -> new DemoBooks(today(), products, done, visits))));
  }

  private Future<Void> changed(SqlClient client, WriteResult result) {
    return result instanceof WriteResult.Done(var order, _)
        ? client.preparedQuery(DemoRows.CHANGE).execute(DemoRows.change(order, today())).mapEmpty()
        : Future.succeededFuture();
  }

  private Future<Optional<Order>> order(SqlClient client, String query, String number) {
    return client
        .preparedQuery(query)
        .execute(Tuple.of(today(), number))
        .map(rows -> rows.stream().findFirst().map(DemoRows::order));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
