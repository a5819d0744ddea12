package deskbell.shop.rest;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Unavailable;
import deskbell.shop.Address;
import deskbell.shop.Money;
import deskbell.shop.Names;
import deskbell.shop.Order;
import deskbell.shop.OrderItem;
import deskbell.shop.OrderStatus;
import deskbell.shop.Product;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;
import deskbell.shop.Voucher;
import deskbell.shop.sizing.SizeChart;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from a shop over REST: orders, products, codes. */
class RestShopTest extends RestShopCase {
  @Test
  void an_order_is_read_whole() {
    played.then(200, ORDER);
    assertThat(now(shop.order("LL20481234")))
        .contains(
            new Order(
                "LL20481234",
                Optional.of("amelia"),
                new Order.Contact("amelia.hart@example.com", "+44 7700 900123"),
                List.of(
                    new OrderItem(
                        "LL-C101",
                        new Names("Jumper", "毛衣"),
                        Optional.of("M"),
                        1,
                        Optional.of(Money.of("GBP", "69.00")))),
                Money.of("GBP", "87.00"),
                OrderStatus.DELIVERED,
                LocalDate.of(2026, 11, 20),
                Optional.of(new Order.Shipment("Royal Mail", "QA482190374GB")),
                Optional.of(LocalDate.of(2026, 11, 23)),
                Optional.of(LocalDate.of(2026, 11, 22)),
                new Address("4 Elm Grove, Bristol BS6 6AQ", "Bristol"),
                Optional.of(
                    new Refund(
                        Refund.State.CHECKED,
                        Optional.of(Money.of("GBP", "69.00")),
                        Optional.empty())),
                Optional.of(new ReturnSlip("RT20481234", ReturnSlip.Method.LABEL)),
                Optional.of("IN20481234")));
    assertThat(played.arrived())
        .containsExactly(
            new PlayedShop.Arrived("GET", "/api/orders/LL20481234", "Bearer s3cret", null, ""));
  }

  @Test
  void what_may_be_missing_may_be_missing() {
    played.then(
        200,
        """
        {"number": "A-1", "phone": "0123", "status": "received", "ordered": "2026-11-20",
         "items": [{"code": "X", "name": "Lamp", "quantity": 2}],
         "total": {"currency": "CNY", "amount": "5"}, "address": {"text": "somewhere"}}
        """);
    var order = now(shop.order("a-1")).orElseThrow();
    assertThat(order.items().getFirst().name()).isEqualTo(new Names("Lamp", "Lamp"));
    assertThat(order.total()).hasToString("CNY 5.00");
    assertThat(order.shipment()).isEmpty();
    assertThat(order.address().city()).isEmpty();
  }

  @Test
  void no_order_is_no_order() {
    played.then(404, "");
    assertThat(now(shop.order("LL00000000"))).isEmpty();
  }

  @Test
  void a_number_cannot_lead_to_another_address() {
    played.then(404, "").then(404, "").then(404, "");
    now(shop.order("../users/amelia"));
    now(shop.order(".."));
    now(shop.order("A 1?b#c%"));
    assertThat(played.arrived())
        .extracting(PlayedShop.Arrived::path)
        .containsExactly(
            "/api/orders/..%2Fusers%2Famelia",
            "/api/orders/%2E%2E", "/api/orders/A%201%3Fb%23c%25");
  }

  @Test
  void a_users_orders_come_newest_first() {
    var older = new JsonObject(ORDER).put("number", "LL1").put("ordered", "2026-01-02");
    played.then(200, "{\"orders\": [" + older + ", " + ORDER + "]}").then(404, "");
    assertThat(now(shop.ordersOf("amelia")))
        .extracting(Order::number)
        .containsExactly("LL20481234", "LL1");
    assertThat(now(shop.ordersOf("nobody"))).isEmpty();
  }

  @Test
  void products_are_read() {
    played.then(
        200,
        """
        {"products": [{"code": "LL-C101", "name": {"en": "Jumper", "zh": "毛衣"}, "stock": 3,
          "prices": [{"currency": "GBP", "amount": "69.00"}], "sizes": ["S", "M"],
          "image": "/c101.jpg", "tags": ["warm", "保暖"]}]}
        """);
    assertThat(now(shop.products()))
        .containsExactly(
            new Product(
                "LL-C101",
                new Names("Jumper", "毛衣"),
                List.of(Money.of("GBP", "69")),
                3,
                List.of("S", "M"),
                Optional.of("/c101.jpg"),
                List.of("warm", "保暖")));
  }

  @Test
  void a_code_is_read_and_asked_for_as_the_users() {
    played.then(
        200,
        """
        {"code": "LANTERN5", "fails": "expired", "amounts": [{"currency": "GBP", "amount": 5}],
         "minimums": [{"currency": "GBP", "amount": "25.00"}], "until": "2026-11-01"}
        """);
    played.then(200, "{\"code\": \"TEN\", \"percent\": 10}").then(404, "");
    assertThat(now(shop.voucher("LANTERN5", Optional.of("ann"))))
        .contains(
            new Voucher(
                Optional.of(Voucher.Reason.EXPIRED),
                Optional.empty(),
                List.of(Money.of("GBP", "5.00")),
                List.of(Money.of("GBP", "25.00")),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 11, 1))));
    assertThat(now(shop.voucher("TEN", Optional.empty())).orElseThrow().percent()).contains(10);
    assertThat(now(shop.voucher("../x", Optional.empty()))).isEmpty();
    assertThat(played.arrived())
        .extracting(PlayedShop.Arrived::path)
        .containsExactly(
            "/api/users/ann/vouchers/LANTERN5", "/api/vouchers/TEN", "/api/vouchers/..%2Fx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"code\": \"OTHER\"} | code is not the one that was asked for",
        "{\"code\": \"TEN\", \"percent\": 250} | voucher.percent is 250; from 1 to 100",
        "{\"code\": \"TEN\", \"fails\": \"tired\"} | fails is tired; known: expired, not_yet"
      })
  void a_code_that_breaks_the_form_is_no_answer(String body, String rule) {
    played.then(200, body);
    assertThatThrownBy(() -> now(shop.voucher("TEN", Optional.empty())))
        .isInstanceOf(Unavailable.class);
    assertThat(log.list).last().asString().contains("GET /vouchers/{}", rule);
  }

  @Test
  void a_products_sizes_may_have_a_chart_and_a_stock_each() {
    played.then(
        200,
        """
        {"products": [{"code": "LL-C101", "name": "Jumper", "stock": 3, "prices": [],
          "sizes": ["S", "M"], "stockBySize": {"M": 0, "S": 3}, "image": "/c101.jpg",
          "imageAlt": {"en": "A navy jumper", "zh": "藏青色毛衣"},
          "sizeChart": {"between": "larger", "measures": {"chest": [88, 94.5, 101]}}}]}
        """);
    var jumper = now(shop.products()).getFirst();
    assertThat(jumper.stockOf("m")).contains(0);
    assertThat(jumper.alt()).contains(new Names("A navy jumper", "藏青色毛衣"));
    assertThat(jumper.sizing().chart()).contains(SizeChart.parse("larger chest 88 94.5 101"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"stockBySize\": {\"S\": 1} | products[0].stockBySize.M is missing",
        "\"sizeChart\": {\"between\": \"larger\", \"measures\": {\"chest\": [1, 2]}} | one border"
            + " more",
        "\"sizeChart\": {\"between\": \"tight\", \"measures\": {\"chest\": [1, 2, 3]}} | is tight",
        "\"sizeChart\": {\"between\": \"larger\", \"measures\": {\"nose\": [1, 2, 3]}} | is nose",
      })
  void a_chart_that_does_not_fit_the_sizes_is_no_answer(String field, String why) {
    played.then(
        200,
        "{\"products\": [{\"code\": \"C\", \"name\": \"J\", \"stock\": 3, \"prices\": [],"
            + " \"sizes\": [\"S\", \"M\"], "
            + field
            + "}]}");
    assertThatThrownBy(() -> now(shop.products()))
        .isInstanceOf(Unavailable.class)
        .hasStackTraceContaining(why);
  }
}
