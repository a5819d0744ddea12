package deskbell.shop;

import static deskbell.shop.Example.guest;
import static deskbell.shop.Example.now;
import static deskbell.shop.Example.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.store.PgDemoShop;
import deskbell.store.PgEffects;
import deskbell.store.PgProofLimits;
import deskbell.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk on the demo shop and a real database. */
class ShopDeskTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final Clock CLOCK =
      Clock.fixed(Example.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  private final ConversationId conversation = ConversationId.random();
  private final Caller guest = guest("address " + UUID.randomUUID());
  private final Effects effects = new PgEffects(DATABASE.open(VERTX));
  private Interrupted shop;
  private ShopCalls desk;

  @BeforeEach
  void openAfresh() {
    DATABASE.execute(
        """
        DELETE FROM proof_try;
        TRUNCATE demo_order, demo_order_item, demo_ledger;
        INSERT INTO conversation (id, token_hash) VALUES ('%s', '%s')
        """
            .formatted(conversation, conversation));
    shop = new Interrupted(demo(VERTX));
    desk = desk(VERTX, shop);
  }

  @AfterAll
  static void close() {
    now(VERTX.close());
  }

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
        new ShopDesk(shop, effects, limits, ProofSettings.DEFAULTS, CLOCK)
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

  /** Each call is a turn of its own. */
  private CallResult call(String operation, Caller caller, String... arguments) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < arguments.length; i += 2) {
      map.put(arguments[i], arguments[i + 1]);
    }
    return now(desk.call(key("step " + UUID.randomUUID()), operation, map, caller));
  }

  private EffectKey key(String step) {
    return new EffectKey(conversation, 1, step);
  }

  private static Shop demo(Vertx vertx) {
    return now(PgDemoShop.open(vertx, DATABASE.open(vertx), CLOCK));
  }

  /** A node's desk. */
  private static ShopDesk desk(Vertx vertx, Shop shop) {
    var database = DATABASE.open(vertx);
    return new ShopDesk(
        shop,
        new PgEffects(database),
        new PgProofLimits(database, ProofSettings.DEFAULTS),
        ProofSettings.DEFAULTS,
        CLOCK);
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
                                    + " WHERE order_number = '%s'".formatted(order))
                            .execute()));
    return rows.stream().map(row -> row.getString("line")).toList();
  }
}
