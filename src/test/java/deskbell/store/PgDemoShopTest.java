package deskbell.store;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.shop.Example;
import deskbell.shop.Money;
import deskbell.shop.Order;
import deskbell.shop.OrderStatus;
import deskbell.shop.Refund;
import deskbell.shop.Shop;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import deskbell.shop.demo.DemoCatalogue;
import deskbell.shop.demo.DemoOrders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgDemoShopTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();

  private Shop shop;

  @BeforeEach
  void openAfresh() {
    DATABASE.execute("TRUNCATE demo_order, demo_product, demo_order_item, demo_ledger");
    shop = open(VERTX, Example.TODAY);
  }

  @AfterAll
  static void close() {
    now(VERTX.close());
  }

  @Test
  void every_order_comes_back_as_the_file_has_it() {
    for (var order : DemoOrders.read(Example.TODAY)) {
      assertThat(now(shop.order(order.number()))).contains(order);
    }
    assertThat(now(shop.order("LL00000000"))).isEmpty();
    assertThat(now(shop.products())).isEqualTo(DemoCatalogue.read());
  }

  @Test
  void a_users_orders_come_newest_first() {
    assertThat(now(shop.ordersOf("amelia")))
        .extracting(Order::number)
        .containsExactly(
            "LL20481301", "LL20480977", "LL20481234", "LL20479852", "LL20468820", "LL20455103");
    assertThat(now(shop.ordersOf("nobody"))).isEmpty();
  }

  @Test
  void the_shops_day_begins_at_midnight_of_its_zone() {
    var evening = Instant.parse("2026-11-22T15:59:59Z");
    assertThat(orderedAt(evening)).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(orderedAt(evening.plusSeconds(1))).isEqualTo(LocalDate.of(2026, 11, 21));
  }

  private static LocalDate orderedAt(Instant at) {
    return order(open(VERTX, Clock.fixed(at, ZoneId.of("Asia/Shanghai"))), "LL20481234").ordered();
  }

  @Test
  void a_month_later_the_demo_is_as_fresh_and_what_was_written_to_stands_still() {
    now(shop.write("k", new ShopWrite.CancelOrder("LL20480977")));
    var later = Example.TODAY.plusDays(30);
    var reopened = open(VERTX, later);
    assertThat(order(reopened, "LL20481234").ordered()).isEqualTo(later.minusDays(2));
    var cancelled = order(reopened, "LL20480977");
    assertThat(cancelled.ordered()).isEqualTo(Example.TODAY.minusDays(1));
    assertThat(cancelled.refund().flatMap(Refund::day)).contains(Example.TODAY);
  }

  @Test
  void opening_again_leaves_orders_as_shoppers_left_them() {
    now(shop.write("k", new ShopWrite.CancelOrder("LL20480977")));
    assertThat(order(open(VERTX, Example.TODAY), "LL20480977").status())
        .isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void a_cancelled_order_is_stored_with_its_refund() {
    var result = now(shop.write("k", new ShopWrite.CancelOrder("LL20480977")));
    var stored = order(shop, "LL20480977");
    assertThat(result).isEqualTo(new WriteResult.Done(stored));
    assertThat(stored.refund())
        .contains(
            new Refund(
                Refund.State.STARTED,
                Optional.of(Money.of("GBP", "81")),
                Optional.of(Example.TODAY)));
  }

  @Test
  void a_second_write_keeps_the_days_of_the_first() {
    now(shop.write("k1", new ShopWrite.StartReturn("LL20468820", "too bright")));
    var later = open(VERTX, Example.TODAY.plusDays(5));
    now(
        later.write(
            "k2",
            new ShopWrite.ChangeAddress("LL20480977", "1 Road, Leeds LS1 1AA", Optional.empty())));
    now(later.write("k3", new ShopWrite.CancelOrder("LL20480977")));
    assertThat(order(later, "LL20468820").refund().flatMap(Refund::day)).contains(Example.TODAY);
    var cancelled = order(later, "LL20480977");
    assertThat(cancelled.ordered()).isEqualTo(Example.TODAY.plusDays(4));
    assertThat(cancelled.address().city()).isEqualTo("Leeds");
    assertThat(cancelled.refund().flatMap(Refund::day)).contains(Example.TODAY.plusDays(5));
  }

  @Test
  void the_same_key_gives_the_first_result_and_one_line_in_the_ledger() {
    var cancel = new ShopWrite.CancelOrder("LL20480977");
    var first = now(shop.write("k", cancel));
    assertThat(now(shop.write("k", cancel))).isEqualTo(first);
    assertThat(now(shop.write("other", cancel)))
        .isEqualTo(
            new WriteResult.Declined(WriteResult.Reason.ALREADY_DONE, OrderStatus.CANCELLED));
    assertThat(ledger("LL20480977")).containsExactly("k done", "other already_done");
  }

  @Test
  void a_refusal_stays_a_refusal_under_its_key() {
    var cancel = new ShopWrite.CancelOrder("LL20481234");
    var tooLate = new WriteResult.Declined(WriteResult.Reason.TOO_LATE, OrderStatus.SHIPPED);
    assertThat(now(shop.write("k", cancel))).isEqualTo(tooLate);
    assertThat(now(shop.write("k", cancel))).isEqualTo(tooLate);
    var tooEarly = new ShopWrite.StartReturn("LL20481234", "late");
    assertThat(now(shop.write("r", tooEarly)))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_EARLY, OrderStatus.SHIPPED));
    assertThat(now(shop.write("r", tooEarly)))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_EARLY, OrderStatus.SHIPPED));
    assertThat(now(shop.write("m", new ShopWrite.CancelOrder("LL00000000"))))
        .isEqualTo(new WriteResult.Missing());
  }

  @Test
  void what_the_shopper_gave_is_in_the_ledger() {
    now(shop.write("k", new ShopWrite.StartReturn("LL20468820", "太亮")));
    var rows =
        now(DATABASE.open(VERTX).call(c -> c.query("SELECT detail FROM demo_ledger").execute()));
    assertThat(rows.iterator().next().getJsonObject("detail").getString("reason")).isEqualTo("太亮");
  }

  @Test
  void two_nodes_that_write_at_once_write_once() {
    var secondVertx = Vertx.vertx();
    var second = open(secondVertx, Example.TODAY);
    var write = new ShopWrite.StartReturn("LL20468820", "too bright");
    var results = new ArrayList<Future<WriteResult>>();
    for (int i = 0; i < 10; i++) {
      results.add(shop.write("same", write));
      results.add(second.write("same", write));
    }
    now(Future.all(results));
    assertThat(results).extracting(Future::result).containsOnly(results.getFirst().result());
    assertThat(ledger("LL20468820")).containsExactly("same done");
    now(secondVertx.close());
  }

  private static Order order(Shop shop, String number) {
    return now(shop.order(number)).orElseThrow();
  }

  private static Shop open(Vertx vertx, LocalDate today) {
    var clock = Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return open(vertx, clock);
  }

  private static Shop open(Vertx vertx, Clock clock) {
    return now(PgDemoShop.open(vertx, DATABASE.open(vertx), clock));
  }

  private static Iterable<String> ledger(String order) {
    var rows =
        now(
            DATABASE
                .open(VERTX)
                .call(
                    client ->
                        client
                            .query(
                                "SELECT idempotency_key || ' ' || outcome AS line FROM demo_ledger"
                                    + " WHERE order_number = '%s' ORDER BY at".formatted(order))
                            .execute()));
    return rows.stream().map(row -> row.getString("line")).toList();
  }
}
