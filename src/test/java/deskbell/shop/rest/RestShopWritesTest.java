package deskbell.shop.rest;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Unavailable;
import deskbell.shop.CaseKind;
import deskbell.shop.Erasure;
import deskbell.shop.Money;
import deskbell.shop.OrderStatus;
import deskbell.shop.Receipt;
import deskbell.shop.ShopWrite;
import deskbell.shop.WriteResult;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a shop over REST is asked to do, each time under a key. */
class RestShopWritesTest extends RestShopCase {
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
}
