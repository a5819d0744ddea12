package deskbell.shop.rest;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.shop.WriteResult;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop over REST that is broken, slow, silent or talks nonsense. */
class RestShopFailuresTest extends RestShopCase {
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
}
