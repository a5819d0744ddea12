package deskbell.shop;

import static deskbell.shop.Example.guest;
import static deskbell.shop.Example.now;
import static deskbell.shop.Example.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.CallResult;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see an order, and how often somebody may guess. */
class OrderProofTest extends ShopDeskCase {
  @ParameterizedTest
  @CsvSource({"email, Amelia.Hart@example.com", "phone, 0123", "phone, +44 7700 900123"})
  void an_order_is_shown_for_its_email_or_phone(String proof, String value) {
    assertThat(call("find_order", guest, "order", "LL20481234", proof, value))
        .isEqualTo(
            new CallResult(
                "ok",
                Map.ofEntries(
                    Map.entry("order", "LL20481234"),
                    Map.entry("status", "shipped"),
                    Map.entry("items", "Harbour merino jumper (M), Ember wool socks (3 pairs)"),
                    Map.entry("item_count", "2"),
                    Map.entry("item_1", "Harbour merino jumper"),
                    Map.entry("item_2", "Ember wool socks (3 pairs)"),
                    Map.entry("total", "GBP 87.00"),
                    Map.entry("ordered", "2026-11-22"),
                    Map.entry("carrier", "Royal Mail"),
                    Map.entry("tracking", "QA482190374GB"),
                    Map.entry("eta", "2026-11-25"),
                    Map.entry("address", "Bristol"))));
  }

  @Test
  void a_signed_owner_needs_no_pair_and_reads_names_in_their_language() {
    var facts = call("find_order", signedIn("linxia", Language.ZH), "order", "LL20481563").facts();
    assertThat(facts).containsEntry("items", "微光台灯 × 2").containsEntry("total", "CNY 858.00");
  }

  @Test
  void a_wrong_pair_and_a_missing_order_are_the_same_to_everybody() {
    var wrong = call("find_order", guest, "order", "LL20481234", "phone", "9999");
    var missing = call("find_order", guest, "order", "LL20481235", "phone", "9999");
    assertThat(wrong).isEqualTo(new CallResult("not_found", Map.of("order", "LL20481234")));
    assertThat(missing).isEqualTo(new CallResult("not_found", Map.of("order", "LL20481235")));
    var other = signedIn("oliver", Language.EN);
    assertThat(call("find_order", other, "order", "LL20481234").outcome())
        .isEqualTo(call("find_order", other, "order", "LL20481235").outcome())
        .isEqualTo("needs_proof");
  }

  @Test
  void wrong_and_missing_are_counted_alike() {
    for (var number : new String[] {"LL20481234", "LL20481235"}) {
      for (int i = 0; i < 5; i++) {
        var elsewhere = guest("address " + number + i);
        assertThat(call("find_order", elsewhere, "order", number, "phone", "9999").outcome())
            .isEqualTo("not_found");
      }
      assertThat(call("find_order", guest, "order", number, "phone", "0123"))
          .isEqualTo(
              new CallResult(
                  "too_many_tries",
                  Map.of("order", number, "until", "2026-11-24T13:00:00Z", "minutes", "60")));
    }
  }

  @Test
  void a_locked_order_is_still_open_to_its_signed_owner() {
    for (int i = 0; i < 6; i++) {
      call("find_order", guest("address " + i), "order", "LL20481234", "phone", "9999");
    }
    assertThat(call("find_order", signedIn("amelia", Language.EN), "order", "LL20481234").ok())
        .isTrue();
  }

  @Test
  void an_address_that_guesses_at_many_orders_is_locked_on_every_node() {
    for (int i = 0; i < 10; i++) {
      call("find_order", guest, "order", "LL1000000" + i, "phone", "9999");
    }
    var secondVertx = Vertx.vertx();
    var second = desk(secondVertx, demo(secondVertx));
    var right = Map.of("order", "LL20481234", "phone", "0123");
    assertThat(now(second.call(key("find"), "find_order", right, guest)).outcome())
        .isEqualTo("too_many_tries");
    assertThat(now(second.call(key("find"), "find_order", right, guest("elsewhere"))).ok())
        .isTrue();
    now(secondVertx.close());
  }

  @Test
  void a_signed_identity_that_guesses_is_locked_wherever_it_writes_from() {
    for (int i = 0; i < 10; i++) {
      var oliver = new Caller(signedIn("oliver", Language.EN).identity(), "a" + i, Language.EN);
      call("find_order", oliver, "order", "LL1000000" + i, "phone", "9999");
    }
    assertThat(
            call("find_order", signedIn("oliver", Language.EN), "order", "LL20481234", "phone", "1")
                .outcome())
        .isEqualTo("too_many_tries");
  }

  @Test
  void right_pairs_are_never_counted() {
    for (int i = 0; i < 30; i++) {
      assertThat(call("find_order", guest, "order", "LL20481234", "phone", "0123").ok()).isTrue();
    }
  }

  @Test
  void a_shop_that_is_silent_costs_no_try() {
    shop.silent = true;
    for (int i = 0; i < 6; i++) {
      assertThat(call("find_order", guest, "order", "LL20481234", "phone", "0123"))
          .isEqualTo(new CallResult("unavailable", Map.of()));
    }
    shop.silent = false;
    assertThat(call("find_order", guest, "order", "LL20481234", "phone", "0123").ok()).isTrue();
  }

  @Test
  void a_database_that_is_silent_is_a_failure_and_no_answer() {
    var silent = new Unavailable("the database did not answer in time");
    var limits =
        new ProofLimits() {
          @Override
          public Future<Verdict> begin(List<Subject> subjects, Instant now) {
            return Future.failedFuture(silent);
          }

          @Override
          public Future<Void> withdraw(UUID attempt) {
            return Future.failedFuture(silent);
          }
        };
    var arguments = Map.of("order", "LL20481234", "phone", "0123");
    var call =
        new ShopDesk(shop, List::of, effects, limits, ProofSettings.DEFAULTS, CLOCK)
            .call(key("find"), "find_order", arguments, guest);
    assertThatThrownBy(() -> now(call)).isSameAs(silent);
  }

  @Test
  void without_proof_the_shop_is_not_even_asked() {
    shop.silent = true;
    assertThat(call("find_order", guest, "order", "LL20481234", "email", " ").outcome())
        .isEqualTo("needs_proof");
    assertThat(call("list_orders", guest).outcome()).isEqualTo("needs_identity");
  }
}
