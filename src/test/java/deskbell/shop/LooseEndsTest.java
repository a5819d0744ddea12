package deskbell.shop;

import static deskbell.shop.Example.guest;
import static deskbell.shop.Example.now;
import static deskbell.shop.Example.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Language;
import deskbell.store.PgDemoShop;
import deskbell.store.PgEffects;
import deskbell.store.PgProofLimits;
import deskbell.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writes of turns that are over, on the demo shop and a real database. */
class LooseEndsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final String ORDER = "LL20481301";
  private static final String ROAD = "1 Road, Leeds LS1 1AA";

  private final ConversationId conversation = ConversationId.random();
  private final EffectKey key = new EffectKey(conversation, 1, "cancel-order/call");
  private final Effects effects = new PgEffects(DATABASE.open(VERTX));
  private Interrupted shop;

  @BeforeEach
  void takenOver() {
    DATABASE.execute(
        """
        TRUNCATE demo_order, demo_order_item, demo_ledger, effect;
        INSERT INTO conversation (id, token_hash, turn, mode) VALUES ('%s', '%s', 1, 'human')
        """
            .formatted(conversation, conversation));
    shop = new Interrupted(now(PgDemoShop.open(VERTX, DATABASE.open(VERTX), Clock.systemUTC())));
  }

  @AfterAll
  static void close() {
    now(VERTX.close());
  }

  @Test
  void a_write_whose_answer_was_lost_is_asked_for_again_and_was_made_once() {
    shop.losesAnswers = true;
    assertThat(cancel(signedIn("amelia", Language.EN), "phone", "").outcome())
        .isEqualTo("unavailable");
    shop.losesAnswers = false;
    var settled = settle(Instant::now).getFirst();
    assertThat(settled.key()).isEqualTo(key);
    assertThat(settled.operation()).isEqualTo("cancel_order");
    assertThat(settled.result().ok()).isTrue();
    assertThat(settled.result().facts()).containsEntry("order", ORDER);
    assertThat(DATABASE.text("SELECT count(*) FROM demo_ledger")).isEqualTo("1");
    assertThat(settle(Instant::now)).as("until it is shown").containsExactly(settled);
  }

  @Test
  void a_write_that_never_reached_the_shop_is_made_with_all_that_was_said() {
    var arguments = Map.of("order", ORDER, "address", ROAD, "email", "e", "phone", "p");
    now(effects.begin(key, "change_address", Claim.withoutProof(arguments)));
    assertThat(settle(Instant::now)).allMatch(settled -> settled.result().ok());
    assertThat(DATABASE.text("SELECT detail ->> 'address' FROM demo_ledger")).isEqualTo(ROAD);
  }

  @Test
  void what_proved_the_order_is_not_kept() {
    shop.losesAnswers = true;
    cancel(guest("somewhere"), "phone", "0123");
    assertThat(DATABASE.text("SELECT arguments FROM effect"))
        .isEqualTo("{\"order\": \"%s\"}".formatted(ORDER));
  }

  @Test
  void while_the_shop_is_silent_it_is_tried_again() {
    begin();
    shop.silent = true;
    assertThat(settle(Instant::now)).isEmpty();
    shop.silent = false;
    assertThat(settle(Instant::now)).hasSize(1);
  }

  @Test
  void a_write_is_not_made_any_more_when_it_is_too_late_for_it() {
    begin();
    var later = Instant.now().plus(LooseEnds.MADE_AGAIN_FOR).plusSeconds(1);
    assertThat(settle(() -> later))
        .extracting(Settled::result)
        .containsExactly(new CallResult("unavailable", Map.of("order", ORDER)));
    assertThat(DATABASE.text("SELECT count(*) FROM demo_ledger")).isEqualTo("0");
  }

  @Test
  void one_that_cannot_be_read_does_not_keep_others_waiting() {
    now(effects.begin(new EffectKey(conversation, 1, "a"), "pay", Map.of("order", ORDER)));
    begin();
    assertThat(settle(Instant::now)).extracting(Settled::key).containsExactly(key);
  }

  private void begin() {
    now(effects.begin(key, "cancel_order", Map.of("order", ORDER)));
  }

  private CallResult cancel(Caller caller, String proof, String value) {
    var limits = new PgProofLimits(DATABASE.open(VERTX), ProofSettings.DEFAULTS);
    var desk =
        new ShopDesk(shop, List::of, effects, limits, ProofSettings.DEFAULTS, Clock.systemUTC());
    return now(desk.call(key, "cancel_order", Map.of("order", ORDER, proof, value), caller));
  }

  private List<Settled> settle(InstantSource clock) {
    return now(new LooseEnds(shop, effects, clock, Duration.ZERO).settle(Duration.ZERO));
  }
}
