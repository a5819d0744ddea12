package deskbell.shop;

import static deskbell.shop.Example.guest;
import static deskbell.shop.Example.now;
import static deskbell.shop.Example.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.CallResult;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each call brings, and that a write is made once. */
class ShopDeskTest extends ShopDeskCase {
  @Test
  void a_signed_shopper_sees_the_newest_orders() {
    assertThat(call("list_orders", signedIn("amelia", Language.EN)).facts())
        .containsEntry("count", "5")
        .containsEntry("order_1", "LL20481301")
        .containsEntry("status_1", "received")
        .containsEntry("items_1", "Glow table lamp")
        .containsEntry("total_1", "GBP 52.95")
        .containsEntry("ordered_1", "2026-11-24")
        .containsEntry("order_5", "LL20468820")
        .doesNotContainKey("order_6");
    assertThat(call("list_orders", signedIn("nobody", Language.EN)).facts())
        .isEqualTo(Map.of("count", "0"));
  }

  @ParameterizedTest
  @CsvSource({
    "LL20480977, 0123, ok",
    "LL20481301, 0123, ok",
    "LL20481188, 0147, too_late",
    "LL20481234, 0123, too_late",
    "LL20474466, 0147, already_done"
  })
  void cancelling_depends_on_the_status(String order, String phone, String outcome) {
    assertThat(call("cancel_order", guest, "order", order, "phone", phone).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void cancelling_tells_what_happens_to_the_money() {
    assertThat(call("cancel_order", guest, "order", "LL20480977", "phone", "0123").facts())
        .isEqualTo(
            Map.of(
                "order", "LL20480977",
                "status", "cancelled",
                "refund_state", "started",
                "refund_amount", "GBP 81.00",
                "refund_date", "2026-11-24"));
  }

  @Test
  void an_address_changes_only_for_both_proofs_or_the_owner() {
    var address = "1 Road, Leeds LS1 1AA";
    var email = "amelia.hart@example.com";
    assertThat(change(guest, "phone", "0123", "address", address).outcome())
        .isEqualTo("needs_both_proofs");
    assertThat(change(guest, "phone", "9999", "email", email, "address", address).outcome())
        .isEqualTo("not_found");
    assertThat(ledger("LL20480977")).isEmpty();
    assertThat(change(guest, "phone", "0123", "email", email, "address", address).facts())
        .isEqualTo(Map.of("order", "LL20480977", "status", "paid", "address", "Leeds"));
    assertThat(change(signedIn("amelia", Language.EN), "address", address).ok()).isTrue();
  }

  @Test
  void a_return_brings_its_number_and_its_way() {
    assertThat(
            call("start_return", guest, "order", "LL20472604", "phone", "0256", "reason", "loud")
                .facts())
        .isEqualTo(
            Map.of(
                "order", "LL20472604",
                "status", "delivered",
                "return_number", "RT20472604",
                "method", "label"));
    assertThat(
            call("start_return", guest, "order", "LL20481234", "phone", "0123", "reason", "late")
                .outcome())
        .isEqualTo("not_returnable");
    assertThat(
            call("start_return", guest, "order", "LL20431907", "phone", "0147", "reason", "old")
                .outcome())
        .isEqualTo("too_late");
  }

  @Test
  void a_refund_is_told_where_there_is_one() {
    assertThat(call("refund_status", guest, "order", "LL20455103", "phone", "0123").facts())
        .isEqualTo(
            Map.of(
                "order", "LL20455103",
                "status", "delivered",
                "refund_state", "checked",
                "refund_amount", "GBP 59.00",
                "refund_date", "2026-11-23"));
    assertThat(call("refund_status", guest, "order", "LL20481234", "phone", "0123"))
        .isEqualTo(new CallResult("no_refund", Map.of("order", "LL20481234", "status", "shipped")));
  }

  @Test
  void a_refund_goes_to_another_account_only_for_both_proofs_or_the_owner() {
    var email = "amelia.hart@example.com";
    assertThat(redirect(guest, "phone", "0123").outcome()).isEqualTo("needs_both_proofs");
    assertThat(redirect(guest, "email", email).outcome()).isEqualTo("needs_both_proofs");
    assertThat(redirect(guest, "phone", "9999", "email", email).outcome()).isEqualTo("not_found");
    assertThat(redirect(signedIn("oliver", Language.EN)).outcome()).isEqualTo("needs_both_proofs");
    assertThat(ledger("LL20455103")).isEmpty();
    assertThat(redirect(guest, "phone", "0123", "email", email).facts())
        .isEqualTo(
            Map.of(
                "order", "LL20455103",
                "status", "delivered",
                "refund_state", "checked",
                "refund_amount", "GBP 59.00",
                "refund_date", "2026-11-23"));
    assertThat(redirect(signedIn("amelia", Language.EN)).ok()).isTrue();
    assertThat(ledger("LL20455103")).hasSize(2).allMatch(line -> line.endsWith(" done"));
  }

  private CallResult redirect(Caller caller, String... proof) {
    var all = new ArrayList<>(List.of("order", "LL20455103", "account", "20-00-00 55779911"));
    all.addAll(List.of(proof));
    return call("change_refund_account", caller, all.toArray(String[]::new));
  }

  @Test
  void an_invoice_is_written_once_shipped() {
    assertThat(
            call("request_invoice", guest, "order", "LL20481234", "phone", "0123", "title", "Hart")
                .facts())
        .containsEntry("invoice_number", "IN20481234");
    assertThat(
            call("request_invoice", guest, "order", "LL20480977", "phone", "0123", "title", "Hart")
                .outcome())
        .isEqualTo("not_yet");
  }

  @Test
  void the_same_key_gives_the_recorded_result_without_another_call() {
    var arguments = Map.of("order", "LL20480977", "phone", "0123");
    var first = now(desk.call(key("cancel"), "cancel_order", arguments, guest));
    shop.silent = true;
    assertThat(now(desk.call(key("cancel"), "cancel_order", arguments, guest))).isEqualTo(first);
    assertThat(now(effects.find(key("cancel"))).orElseThrow().result()).contains(first);
  }

  @Test
  void a_write_whose_answer_was_lost_is_made_once_when_tried_again() {
    var arguments = Map.of("order", "LL20480977", "phone", "0123");
    shop.losesAnswers = true;
    assertThat(now(desk.call(key("cancel"), "cancel_order", arguments, guest)).outcome())
        .isEqualTo("unavailable");
    assertThat(now(effects.find(key("cancel"))).orElseThrow().result()).isEmpty();
    shop.losesAnswers = false;
    assertThat(now(desk.call(key("cancel"), "cancel_order", arguments, guest)).ok()).isTrue();
    assertThat(ledger("LL20480977")).containsExactly(key("cancel") + " done");
  }

  @Test
  void two_nodes_with_one_key_write_once_and_say_the_same() {
    var secondVertx = Vertx.vertx();
    var second = desk(secondVertx, demo(secondVertx));
    var owner = signedIn("amelia", Language.EN);
    var arguments = Map.of("order", "LL20480977");
    var results = new ArrayList<Future<CallResult>>();
    for (int i = 0; i < 5; i++) {
      results.add(desk.call(key("cancel"), "cancel_order", arguments, owner));
      results.add(second.call(key("cancel"), "cancel_order", arguments, owner));
    }
    now(Future.all(results));
    assertThat(results).allMatch(result -> result.result().ok());
    assertThat(results).extracting(Future::result).containsOnly(results.getFirst().result());
    assertThat(ledger("LL20480977")).containsExactly(key("cancel") + " done");
    now(secondVertx.close());
  }

  @Test
  void nothing_is_recorded_for_whoever_has_no_proof() {
    var wrong = Map.of("order", "LL20480977", "phone", "9999");
    assertThat(now(desk.call(key("cancel"), "cancel_order", wrong, guest)).ok()).isFalse();
    assertThat(now(effects.find(key("cancel")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"find_order", "cancel_order", "change_address", "change_refund_account"})
  void a_call_without_its_order_is_refused(String operation) {
    assertThatThrownBy(() -> call(operation, guest))
        .isInstanceOf(Invalid.class)
        .hasMessage("order is missing");
  }

  @Test
  void an_unknown_operation_or_a_missing_argument_is_refused() {
    assertThatThrownBy(() -> call("pay", guest))
        .hasMessage("operation is pay; the shop has no such");
    assertThatThrownBy(() -> call("start_return", guest, "order", "LL20481234"))
        .hasMessage("reason is missing");
    assertThatThrownBy(() -> change(guest, "address", " ")).hasMessage("address is missing");
  }

  private CallResult change(Caller caller, String... arguments) {
    var all = new ArrayList<>(List.of("order", "LL20480977"));
    all.addAll(List.of(arguments));
    return call("change_address", caller, all.toArray(String[]::new));
  }
}
