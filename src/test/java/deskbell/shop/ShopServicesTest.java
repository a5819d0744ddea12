package deskbell.shop;

import static deskbell.shop.Example.now;
import static deskbell.shop.Example.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.CallResult;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases, hurrying, exchanges, refunds, prices and fitters, through the desk and the demo shop. */
class ShopServicesTest extends ShopDeskCase {
  @Test
  void a_case_brings_a_number_and_the_same_case_the_same_one() {
    var first = open("damaged", "the wake-up light", "the shade is cracked");
    assertThat(first)
        .isEqualTo(
            new CallResult(
                "ok",
                Map.of(
                    "order", "LL20468820", "status", "delivered", "case_number", "CS20468820-1")));
    var again = open("damaged", "LL-E304", "the shade is still cracked");
    assertThat(again.outcome()).isEqualTo("already_open");
    assertThat(again.facts()).containsEntry("case_number", "CS20468820-1");
    assertThat(open("warranty", "", "it flickers").facts())
        .containsEntry("case_number", "CS20468820-2");
  }

  private CallResult open(String kind, String item, String story) {
    return call(
        "open_case",
        guest,
        "order",
        "LL20468820",
        "phone",
        "0123",
        "kind",
        kind,
        "item",
        item,
        "story",
        story);
  }

  @Test
  void a_case_of_an_unknown_kind_or_without_a_story_is_refused() {
    assertThatThrownBy(() -> open("haunted", "", "it moans"))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith("kind is haunted; known: damaged, wrong_item");
    assertThatThrownBy(() -> open("damaged", "", " ")).hasMessage("story is missing");
  }

  @Test
  void an_order_is_hurried_once_a_day() {
    assertThat(call("hurry_order", guest, "order", "LL20481234", "phone", "0123").facts())
        .isEqualTo(Map.of("order", "LL20481234", "status", "shipped", "eta", "2026-11-25"));
    assertThat(call("hurry_order", guest, "order", "LL20481234", "phone", "0123").outcome())
        .isEqualTo("already_done");
    assertThat(call("hurry_order", guest, "order", "LL20481301", "phone", "0123").outcome())
        .isEqualTo("not_yet");
  }

  @ParameterizedTest
  @CsvSource({"'', not_in_order", "the shoes, ok", "鞋, ok", "lamp, not_in_order", "LL-C108, ok"})
  void an_exchange_needs_to_know_which_item(String item, String outcome) {
    var owner = signedIn("suntao", Language.ZH);
    var result = call("start_exchange", owner, "order", "LL20471845", "item", item, "size", "44");
    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(ledger("LL20471845")).hasSize(outcome.equals("ok") ? 1 : 0);
  }

  @Test
  void an_exchange_brings_its_number_or_says_that_there_is_none_left() {
    var owner = signedIn("suntao", Language.EN);
    assertThat(
            call("start_exchange", owner, "order", "LL20471845", "item", "shoes", "size", "51")
                .outcome())
        .isEqualTo("out_of_stock");
    assertThat(
            call("start_exchange", owner, "order", "LL20471845", "item", "shoes", "size", "44")
                .facts())
        .containsEntry("exchange_number", "EX20471845");
    assertThat(call("start_exchange", owner, "order", "LL20471845", "item", "T-shirt", "size", "M"))
        .isEqualTo(
            new CallResult(
                "already_done",
                Map.of(
                    "order", "LL20471845",
                    "status", "delivered",
                    "exchange_number", "EX20471845")));
  }

  @Test
  void a_refund_tells_the_amount_before_and_after() {
    assertThat(call("find_order", guest, "order", "LL20480977", "phone", "0123").facts())
        .containsEntry("total", "GBP 81.00");
    assertThat(call("request_refund", guest, "order", "LL20480977", "phone", "0123").facts())
        .containsEntry("refund_amount", "GBP 81.00")
        .containsEntry("refund_state", "started");
    assertThat(call("request_refund", guest, "order", "LL20480977", "phone", "0123").outcome())
        .isEqualTo("already_done");
    assertThat(call("request_refund", guest, "order", "LL20481301", "phone", "0123").outcome())
        .isEqualTo("not_paid");
  }

  @Test
  void the_difference_in_price_comes_back_once() {
    assertThat(call("price_protection", guest, "order", "LL20479852", "phone", "0123").facts())
        .containsEntry("difference", "GBP 20.00");
    var again = call("price_protection", guest, "order", "LL20479852", "phone", "0123");
    assertThat(again.outcome()).isEqualTo("already_done");
    assertThat(again.facts()).containsEntry("difference", "GBP 20.00");
    assertThat(call("price_protection", guest, "order", "LL20480977", "phone", "0123").outcome())
        .isEqualTo("not_in_order");
  }

  @Test
  void fitters_are_booked_and_of_a_full_day_the_next_one_is_told() {
    assertThat(book("LL20431907", "0147", "2026-11-30").facts())
        .containsEntry("visit_number", "VI20431907")
        .containsEntry("visit_day", "2026-11-30");
    assertThat(book("LL20430285", "2376", "2026-11-29").facts())
        .containsEntry("next_day", "2026-11-27");
    assertThat(book("LL20480977", "0123", "2026-11-30").outcome()).isEqualTo("not_eligible");
    assertThatThrownBy(() -> book("LL20431907", "0147", "soon"))
        .hasMessage("day is soon, not a day");
  }

  private CallResult book(String order, String phone, String day) {
    return call("book_installation", guest, "order", order, "phone", phone, "day", day);
  }

  @Test
  void one_key_opens_one_case_whatever_is_lost_on_the_way() {
    var arguments =
        Map.of("order", "LL20468820", "phone", "0123", "kind", "damaged", "story", "cracked");
    shop.losesAnswers = true;
    assertThat(now(desk.call(key("case"), "open_case", arguments, guest)).outcome())
        .isEqualTo("unavailable");
    shop.losesAnswers = false;
    var results = new ArrayList<Future<CallResult>>();
    for (int i = 0; i < 5; i++) {
      results.add(desk.call(key("case"), "open_case", arguments, guest));
    }
    now(Future.all(results));
    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result.result().facts()).containsEntry("case_number", "CS20468820-1"));
    assertThat(ledger("LL20468820")).containsExactly(key("case") + " done");
  }

  @Test
  void each_item_of_an_order_is_named_to_be_picked() {
    assertThat(call("find_order", guest, "order", "LL20480977", "phone", "0123").facts())
        .containsEntry("item_count", "2")
        .containsEntry("item_1", "Kettle Swift 1.2 l")
        .containsEntry("item_2", "Orchard cotton towels (set of 4)")
        .doesNotContainKey("item_3");
    assertThat(List.of("open_case", "hurry_order", "start_exchange", "request_refund"))
        .allSatisfy(
            write ->
                assertThat(
                        call(
                                write,
                                guest,
                                "order",
                                "LL20480977",
                                "phone",
                                "9999",
                                "kind",
                                "other",
                                "story",
                                "s")
                            .outcome())
                    .isEqualTo("not_found"));
    assertThat(ledger("LL20480977")).isEmpty();
  }
}
