package deskbell.shop.rest;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import deskbell.conversation.Invalid;
import deskbell.conversation.Unavailable;
import deskbell.shop.Address;
import deskbell.shop.CaseKind;
import deskbell.shop.Erasure;
import deskbell.shop.Money;
import deskbell.shop.Names;
import deskbell.shop.Order;
import deskbell.shop.OrderItem;
import deskbell.shop.OrderStatus;
import deskbell.shop.Product;
import deskbell.shop.Receipt;
import deskbell.shop.Refund;
import deskbell.shop.ReturnSlip;
import deskbell.shop.ShopWrite;
import deskbell.shop.Voucher;
import deskbell.shop.WriteResult;
import deskbell.shop.sizing.SizeChart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A shop over REST. Long because of the answers that are played. */
class RestShopTest {
  private static final String ORDER =
      """
      {"number": "LL20481234", "user": "amelia", "email": "amelia.hart@example.com",
       "phone": "+44 7700 900123",
       "items": [{"code": "LL-C101", "name": {"en": "Jumper", "zh": "毛衣"}, "size": "M",
                  "quantity": 1, "price": {"currency": "GBP", "amount": "69.00"}}],
       "total": {"currency": "GBP", "amount": "87.00"}, "status": "delivered",
       "ordered": "2026-11-20", "eta": "2026-11-23", "delivered": "2026-11-22",
       "shipment": {"carrier": "Royal Mail", "tracking": "QA482190374GB"},
       "address": {"text": "4 Elm Grove, Bristol BS6 6AQ", "city": "Bristol"},
       "refund": {"state": "checked", "amount": {"currency": "GBP", "amount": 69}, "day": null},
       "return": {"number": "RT20481234", "method": "label"}, "invoice": "IN20481234"}
      """;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final ShopWrite CANCEL = new ShopWrite.CancelOrder("LL20481234");

  private final Vertx vertx = Vertx.vertx();
  private final PlayedShop played = new PlayedShop(vertx);
  private final RestShop shop =
      new RestShop(vertx, RestSettings.at(played.address(), "s3cret").within(CONNECT, ANSWER));
  private final RestShop impatient =
      new RestShop(vertx, RestSettings.at(played.address(), "s3cret").within(CONNECT, SHORT));
  private final Logger logger = (Logger) LoggerFactory.getLogger(RestShop.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listenToTheLog() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    now(shop.close());
    now(impatient.close());
    now(vertx.close());
  }

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
  void an_erasure_carries_its_key_and_every_answer_has_its_meaning() {
    played.then(200, "{\"by\": \"2026-12-24\"}").then(200, "{}").then(404, "");
    played.then(409, "{\"outcome\": \"too_early\"}").then(422, "").then(302, "");
    assertThat(now(shop.erase("c/1/erase", "a/b")))
        .isEqualTo(new Erasure.Done(Optional.of(LocalDate.of(2026, 12, 24))));
    assertThat(played.arrived())
        .containsExactly(
            new PlayedShop.Arrived(
                "POST", "/api/users/a%2Fb/erasure", "Bearer s3cret", "c/1/erase", "{}"));
    assertThat(now(shop.erase("k", "ann"))).isEqualTo(new Erasure.Done(Optional.empty()));
    assertThat(now(shop.erase("k", "ann"))).isEqualTo(new Erasure.Missing());
    assertThat(now(shop.erase("k", "ann"))).isEqualTo(new Erasure.NotYet());
    assertThat(now(shop.erase("k", "ann"))).isEqualTo(new Erasure.Refused());
    assertThatThrownBy(() -> now(shop.erase("k", "ann"))).isInstanceOf(Unavailable.class);
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

  @Test
  void a_write_carries_its_key_and_brings_the_order_after_it() {
    played.then(200, ORDER).then(200, ORDER).then(200, ORDER).then(200, ORDER).then(200, ORDER);
    var none = Optional.<String>empty();
    assertThat(now(shop.write("c/1/cancel", CANCEL))).isInstanceOf(WriteResult.Done.class);
    now(shop.write("k2", new ShopWrite.ChangeAddress("LL20481234", "1 Road", Optional.of("07"))));
    now(shop.write("k3", new ShopWrite.StartReturn("LL20481234", "太小")));
    now(shop.write("退 货", new ShopWrite.RequestInvoice("LL20481234", "Firm", none, none)));
    now(shop.write("k5", new ShopWrite.ChangeRefundAccount("LL20481234", "20-00-00 55779911")));
    var orders = "/api/orders/LL20481234/";
    var token = "Bearer s3cret";
    assertThat(played.arrived())
        .containsExactly(
            new PlayedShop.Arrived("POST", orders + "cancellation", token, "c/1/cancel", "{}"),
            new PlayedShop.Arrived(
                "POST",
                orders + "address",
                token,
                "k2",
                "{\"address\":\"1 Road\",\"recipientPhone\":\"07\"}"),
            new PlayedShop.Arrived("POST", orders + "return", token, "k3", "{\"reason\":\"太小\"}"),
            new PlayedShop.Arrived(
                "POST", orders + "invoice", token, "%E9%80%80+%E8%B4%A7", "{\"title\":\"Firm\"}"),
            new PlayedShop.Arrived(
                "POST",
                orders + "refund-account",
                token,
                "k5",
                "{\"account\":\"20-00-00 55779911\"}"));
  }

  @Test
  void what_people_do_about_an_order_is_asked_for_and_brings_a_receipt() {
    var receipt = new JsonObject().put("number", "CS-1").put("day", "2026-12-01");
    receipt.put("amount", new JsonObject().put("currency", "GBP").put("amount", "20.00"));
    var answer = with("receipt", receipt);
    for (int i = 0; i < 6; i++) {
      played.then(200, answer);
    }
    var order = "LL20481234";
    var none = Optional.<String>empty();
    var money = Optional.of("money back");
    var item = Optional.of("LL-C101");
    var day = LocalDate.of(2026, 12, 1);
    var opened = new ShopWrite.OpenCase(order, CaseKind.WRONG_ITEM, item, "a shirt came", money);
    assertThat(now(shop.write("k1", opened)))
        .isInstanceOfSatisfying(
            WriteResult.Done.class,
            done ->
                assertThat(done.receipt())
                    .isEqualTo(
                        new Receipt(
                            Optional.of("CS-1"),
                            Optional.of(Money.of("GBP", "20")),
                            Optional.of(day))));
    now(shop.write("k2", new ShopWrite.HurryOrder(order)));
    now(shop.write("k3", new ShopWrite.StartExchange(order, "LL-C101", Optional.of("L"), none)));
    now(shop.write("k4", new ShopWrite.RequestRefund(order, Optional.of("refused_parcel"))));
    now(shop.write("k5", new ShopWrite.ProtectPrice(order, "LL-C101")));
    now(shop.write("k6", new ShopWrite.BookInstallation(order, none, day)));
    assertThat(played.arrived())
        .extracting(
            arrived -> arrived.path().replace("/api/orders/LL20481234", "") + arrived.body())
        .containsExactly(
            "/cases{\"kind\":\"wrong_item\",\"item\":\"LL-C101\",\"story\":\"a shirt came\","
                + "\"wish\":\"money back\"}",
            "/hurry{}",
            "/exchange{\"item\":\"LL-C101\",\"size\":\"L\"}",
            "/refund{\"reason\":\"refused_parcel\"}",
            "/price-protection{\"item\":\"LL-C101\"}",
            "/installation{\"day\":\"2026-12-01\"}");
  }

  @Test
  void what_was_declined_may_say_what_there_is_instead() {
    played
        .then(
            409,
            "{\"outcome\": \"already_done\", \"status\": \"delivered\","
                + " \"receipt\": {\"number\": \"CS-1\"}}")
        .then(409, "{\"outcome\": \"sulking\", \"status\": \"delivered\"}");
    assertThat(now(shop.write("k", CANCEL)))
        .isEqualTo(
            new WriteResult.Declined(
                WriteResult.Reason.ALREADY_DONE, OrderStatus.DELIVERED, Receipt.of("CS-1")));
    unavailable(shop.write("k", CANCEL));
    assertThat(logged()).contains("outcome is unknown; known: already_done, too_late");
  }

  @Test
  void a_refused_write_says_why() {
    played
        .then(409, "{\"outcome\": \"too_late\", \"status\": \"shipped\"}")
        .then(409, "{\"outcome\": \"too_early\", \"status\": \"paid\"}")
        .then(409, "{\"outcome\": \"already_done\", \"status\": \"cancelled\"}")
        .then(404, "")
        .then(422, "");
    assertThat(now(shop.write("k", CANCEL)))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_LATE, OrderStatus.SHIPPED));
    assertThat(now(shop.write("k", CANCEL)))
        .isEqualTo(new WriteResult.Declined(WriteResult.Reason.TOO_EARLY, OrderStatus.PAID));
    assertThat(now(shop.write("k", CANCEL)))
        .isEqualTo(
            new WriteResult.Declined(WriteResult.Reason.ALREADY_DONE, OrderStatus.CANCELLED));
    assertThat(now(shop.write("k", CANCEL))).isEqualTo(new WriteResult.Missing());
    assertThat(now(shop.write("k", CANCEL))).isEqualTo(new WriteResult.Refused());
  }

  @Test
  void a_broken_shop_is_asked_once_more_with_the_same_key() {
    played.then(500, "oops").then(200, ORDER).then(503, "").then(200, ORDER);
    assertThat(now(shop.order("LL20481234"))).isPresent();
    assertThat(now(shop.write("k1", CANCEL))).isInstanceOf(WriteResult.Done.class);
    assertThat(played.arrived())
        .extracting(PlayedShop.Arrived::key)
        .containsExactly(null, null, "k1", "k1");
  }

  @Test
  void a_shop_that_stays_broken_is_unavailable() {
    played.then(500, "").then(502, "");
    unavailable(shop.order("LL20481234"));
    assertThat(logged())
        .isEqualTo("shop: the answer to GET /orders/{} cannot be used: has the status 502");
  }

  @Test
  void a_slow_shop_is_unavailable_within_the_limit() {
    played.then(_ -> {}).then(PlayedShop::trickle);
    var start = System.nanoTime();
    unavailable(impatient.order("LL20481234"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ANSWER);
    assertThat(played.arrived()).hasSize(2);
    assertThat(logged())
        .isEqualTo(
            "shop: GET /orders/{} was not answered:"
                + " java.util.concurrent.TimeoutException: no whole answer within 300 ms");
  }

  @Test
  void a_shop_that_hangs_up_is_asked_again() {
    played.then(PlayedShop::hangUp).then(200, ORDER);
    assertThat(now(shop.order("LL20481234"))).isPresent();
  }

  @Test
  void a_shop_that_is_down_is_unavailable() {
    played.close();
    unavailable(shop.write("k", CANCEL));
    assertThat(logged()).startsWith("shop: POST /orders/{}/cancellation was not answered:");
  }

  @Test
  void an_answer_without_end_is_unavailable() {
    played.then(PlayedShop::flood);
    unavailable(shop.products());
    assertThat(logged())
        .isEqualTo(
            "shop: the answer to GET /products cannot be used: is larger than 4194304 bytes");
    assertThat(played.arrived()).hasSize(1);
  }

  @Test
  void redirects_are_not_followed() {
    played.then(
        request -> request.response().setStatusCode(302).putHeader("Location", "/api/x").end());
    unavailable(shop.order("LL20481234"));
    assertThat(logged()).endsWith("has the status 302");
    assertThat(played.arrived()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 400, 401, 403, 429})
  void an_undocumented_status_is_unavailable_and_logged(int status) {
    played.then(status, "{}");
    unavailable(shop.order("LL20481234"));
    assertThat(logged()).endsWith("has the status " + status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status | \"teleported\" | status is teleported; known: received, paid, packing, shipped,"
            + " out_for_delivery, delivered, cancelled",
        "status | 3 | status is not text",
        "status | null | status is missing",
        "number | \"LL20481235\" | number is not the order that was asked for",
        "items | {} | items is not a list",
        "items | [7] | items[0] is not an object",
        "items | [{\"code\":\"X\",\"name\":\"Y\"}] | items[0].quantity is missing",
        "items | [{\"code\":\"X\",\"name\":\"Y\",\"quantity\":0}] | items[0]: items.quantity is 0;"
            + " at least 1",
        "total | {\"currency\":\"XYZ\",\"amount\":1} | total: money.currency is XYZ, not an ISO"
            + " 4217 code",
        "total | {\"currency\":\"GBP\",\"amount\":\"1.234\"} | total: money.amount has more"
            + " decimals than GBP has",
        "ordered | \"yesterday\" | ordered is not a date such as 2026-11-24",
        "address | {\"text\":\" \"} | address: address.text is blank",
        "refund | {\"state\":\"lost\"} | refund: refund.state is lost; known: started, returning,"
            + " received, checked, refunded",
        "return | {\"number\":\"1\",\"method\":\"drone\"} | return: return.method is drone; known:"
            + " label, collection"
      })
  void nonsense_is_unavailable_and_named_in_the_log(String field, String json, String rule) {
    played.then(200, with(field, new JsonObject("{\"value\":" + json + "}").getValue("value")));
    unavailable(shop.order("LL20481234"));
    assertThat(logged()).isEqualTo("shop: the answer to GET /orders/{} cannot be used: " + rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>502</html>", "[]", "null", "{\"number\": "})
  void what_is_not_an_object_is_unavailable(String body) {
    played.then(200, body);
    unavailable(shop.order("LL20481234"));
    assertThat(logged()).endsWith("is not a JSON object");
  }

  @Test
  void another_users_order_is_never_passed_on() {
    played.then(200, "{\"orders\": [" + ORDER + "]}");
    unavailable(shop.ordersOf("oliver"));
    assertThat(logged()).endsWith("orders holds one of another user");
  }

  @Test
  void the_log_holds_nothing_personal() {
    played.then(200, with("total", "amelia.hart@example.com"));
    unavailable(shop.order("LL20481234"));
    assertThat(logged()).doesNotContain("amelia", "LL20481234", "s3cret");
  }

  @Test
  void settings_are_checked_and_masked() {
    assertThat(RestSettings.at(played.address(), "s3cret").toString()).doesNotContain("s3cret");
    assertThatThrownBy(() -> RestSettings.at(URI.create("ftp://x/y"), "t"))
        .isInstanceOf(Invalid.class)
        .hasMessage("shop address is ftp://x/y; must be http(s)://host/path");
    assertThatThrownBy(() -> RestSettings.at(played.address(), "a b"))
        .hasMessage("shop token must be printable ASCII without spaces");
  }

  private static String with(String field, Object value) {
    return new JsonObject(ORDER).put(field, value).encode();
  }

  private String logged() {
    assertThat(log.list).hasSize(1);
    return log.list.getFirst().getFormattedMessage();
  }

  private static void unavailable(Future<?> answer) {
    assertThatThrownBy(() -> now(answer))
        .isInstanceOf(Unavailable.class)
        .hasMessage("the shop does not answer");
  }
}
