package deskbell.shop;

import static deskbell.shop.Example.now;
import static deskbell.shop.Example.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.CallResult;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts and codes, through the desk and the demo shop. */
class ShopAccountsTest extends ShopDeskCase {
  private static final CallResult ERASED = new CallResult("ok", Map.of("erased_by", "2026-12-24"));

  private final Caller robin = signedIn("robin", Language.EN);
  private final Caller grace = signedIn("grace", Language.EN);

  @Test
  void nobody_but_who_is_signed_in_can_have_an_account_erased() {
    assertThat(call("erase_account", guest, "user", "robin").outcome()).isEqualTo("needs_identity");
    assertThat(call("check_account", guest, "user", "robin").outcome()).isEqualTo("needs_identity");
    assertThat(call("erase_account", robin, "user", "grace")).isEqualTo(ERASED);
    assertThat(DATABASE.text("SELECT count(*) FROM demo_order WHERE account = 'grace'"))
        .isEqualTo("3");
  }

  @Test
  void what_is_under_way_is_named_and_keeps_the_account() {
    assertThat(call("check_account", grace))
        .isEqualTo(new CallResult("still_open", Map.of("open_orders", "LL20480533")));
    assertThat(call("check_account", signedIn("chenyu", Language.ZH)).facts())
        .containsEntry("open_refunds", "LL20452748")
        .hasEntrySatisfying("open_orders", open -> assertThat(open).contains("、"));
    assertThat(call("erase_account", grace).outcome()).isEqualTo("not_yet");
    assertThat(call("find_order", grace, "order", "LL20480533").outcome()).isEqualTo("ok");
  }

  @Test
  void orders_of_an_erased_account_stay_without_whoever_placed_them() {
    DATABASE.execute("UPDATE demo_order SET status = 'delivered' WHERE account = 'grace'");
    assertThat(call("check_account", grace)).isEqualTo(new CallResult("ok", Map.of()));
    assertThat(call("erase_account", grace)).isEqualTo(ERASED);
    assertThat(DATABASE.text("SELECT string_agg(o::text, ' ') FROM demo_order o"))
        .contains("LL20472604")
        .doesNotContain("grace", "0256");
    assertThat(DATABASE.text("SELECT string_agg(l::text, ' ') FROM demo_ledger l"))
        .doesNotContain("grace");
    assertThat(call("find_order", grace, "order", "LL20472604", "phone", "0256").outcome())
        .isEqualTo("not_found");
    assertThat(call("erase_account", grace).outcome()).isEqualTo("not_found");
  }

  @Test
  void one_key_erases_once_whatever_is_lost_on_the_way() {
    shop.losesAnswers = true;
    assertThat(erase("lost").outcome()).isEqualTo("unavailable");
    shop.losesAnswers = false;
    var results = new ArrayList<Future<CallResult>>();
    for (int i = 0; i < 5; i++) {
      results.add(desk.call(key("lost"), "erase_account", Map.of(), robin));
    }
    now(Future.all(results));
    assertThat(results).extracting(Future::result).containsOnly(ERASED);
    assertThat(DATABASE.text("SELECT count(*) FROM demo_ledger")).isEqualTo("1");
    assertThat(DATABASE.text("SELECT arguments FROM effect WHERE operation = 'erase_account'"))
        .as("whose account it was is not kept")
        .isNull();
  }

  @Test
  void an_erasure_whose_turn_is_over_is_asked_for_again() {
    shop.losesAnswers = true;
    erase("loose");
    shop.losesAnswers = false;
    DATABASE.execute(
        "UPDATE conversation SET mode = 'human' WHERE id = '%s'".formatted(conversation));
    var ends = new LooseEnds(shop, effects, Instant::now, Duration.ZERO);
    assertThat(now(ends.settle(Duration.ZERO)))
        .filteredOn(settled -> settled.key().equals(key("loose")))
        .extracting(Settled::result)
        .containsExactly(ERASED);
  }

  private CallResult erase(String step) {
    return now(desk.call(key(step), "erase_account", Map.of(), robin));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "welcome10, ok, -, percent, 10",
        "HARBOUR15, ok, -, valid_until, 2026-12-04",
        "Ｌantern 5, ok, -, amount_off, GBP 5.00",
        "SPRING15, not_valid, expired, minimum, GBP 30.00",
        "WINTER20, not_valid, not_yet, valid_from, 2026-12-01",
        "BIRTHDAY5, not_valid, used, valid_until, 2026-12-14"
      })
  void a_code_is_told_with_what_it_needs_and_why_it_fails(
      String code, String outcome, String reason, String fact, String value) {
    var result = call("check_voucher", guest, "code", code);
    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.facts()).containsEntry(fact, value);
    assertThat(result.facts().get("voucher_reason")).isEqualTo(reason);
  }

  @Test
  void a_first_order_code_fails_for_whoever_has_ordered_and_amounts_are_in_the_readers_currency() {
    assertThat(call("check_voucher", grace, "code", "WELCOME10").facts())
        .containsEntry("voucher_reason", "first_order");
    assertThat(call("check_voucher", robin, "code", "WELCOME10").outcome()).isEqualTo("ok");
    assertThat(call("check_voucher", signedIn("wen", Language.ZH), "code", "LANTERN5").facts())
        .containsEntry("amount_off", "CNY 50.00")
        .containsEntry("minimum", "CNY 200.00");
    assertThatThrownBy(() -> call("check_voucher", guest, "code", " "))
        .isInstanceOf(Invalid.class)
        .hasMessage("code is missing");
  }

  @Test
  void codes_cannot_be_guessed_for_long_and_real_ones_are_no_guesses() {
    for (int i = 0; i < ProofSettings.DEFAULTS.perClient(); i++) {
      assertThat(call("check_voucher", guest, "code", "GUESS" + i).outcome())
          .isEqualTo("not_found");
      assertThat(call("check_voucher", guest, "code", "SPRING15").outcome())
          .isEqualTo(i + 1 < ProofSettings.DEFAULTS.perClient() ? "not_valid" : "too_many_tries");
    }
    var locked = call("check_voucher", guest, "code", "HARBOUR15");
    assertThat(locked.outcome()).isEqualTo("too_many_tries");
    assertThat(locked.facts()).containsEntry("minutes", "60");
    assertThat(call("find_order", guest, "order", "LL20468820", "phone", "0123").outcome())
        .as("orders are counted apart")
        .isEqualTo("ok");
    assertThat(call("check_voucher", robin, "code", "HARBOUR15").outcome()).isEqualTo("ok");
  }

  @Test
  void while_the_shop_is_silent_nothing_is_a_wrong_guess() {
    shop.silent = true;
    for (int i = 0; i <= ProofSettings.DEFAULTS.perClient(); i++) {
      assertThat(call("check_voucher", guest, "code", "GUESS").outcome()).isEqualTo("unavailable");
    }
    shop.silent = false;
    assertThat(call("check_voucher", guest, "code", "GUESS").outcome()).isEqualTo("not_found");
  }
}
