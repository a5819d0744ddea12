package deskbell.store;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.NotFound;
import deskbell.shop.Effect;
import deskbell.shop.Effects;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgEffectsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final CallResult CANCELLED =
      new CallResult("ok", Map.of("order", "LL20481234", "status", "cancelled"));

  private final Effects effects = new PgEffects(DATABASE.open(VERTX));
  private final ConversationId conversation = ConversationId.random();
  private final EffectKey key = new EffectKey(conversation, 3, "cancel-order/cancel");

  @BeforeEach
  void converse() {
    DATABASE.execute(
        "INSERT INTO conversation (id, token_hash) VALUES ('%s', '%s')"
            .formatted(conversation, conversation));
  }

  @AfterAll
  static void close() {
    now(VERTX.close());
  }

  @Test
  void what_was_never_begun_is_not_found() {
    assertThat(now(effects.find(key))).isEmpty();
    assertThatThrownBy(() -> now(effects.finish(key, CANCELLED)))
        .isInstanceOf(NotFound.class)
        .hasMessage("effect " + key + " does not exist");
  }

  @Test
  void what_was_begun_has_no_result_until_it_is_finished() {
    now(effects.begin(key, "cancel_order"));
    now(effects.begin(key, "cancel_order"));
    assertThat(now(effects.find(key))).contains(new Effect(key, "cancel_order", Optional.empty()));
    assertThat(now(effects.finish(key, CANCELLED))).isEqualTo(CANCELLED);
    assertThat(now(effects.find(key)))
        .contains(new Effect(key, "cancel_order", Optional.of(CANCELLED)));
  }

  @Test
  void the_first_result_counts() {
    now(effects.begin(key, "cancel_order"));
    now(effects.finish(key, CANCELLED));
    assertThat(now(effects.finish(key, new CallResult("too_late", Map.of("status", "shipped")))))
        .isEqualTo(CANCELLED);
  }

  @Test
  void a_turns_results_come_in_the_order_of_its_calls() {
    var second = new EffectKey(conversation, 3, "a-later/step");
    now(effects.begin(key, "cancel_order"));
    now(effects.begin(second, "request_invoice"));
    now(effects.begin(new EffectKey(conversation, 4, "other/turn"), "cancel_order"));
    assertThat(now(effects.resultsOf(conversation, 3)))
        .extracting(Effect::key)
        .containsExactly(key, second);
    assertThat(now(effects.resultsOf(conversation, 5))).isEmpty();
  }

  @Test
  void an_erased_conversation_takes_its_effects_along() {
    now(effects.begin(key, "cancel_order"));
    DATABASE.execute(
        "UPDATE conversation SET erased = true WHERE id = '%s'".formatted(conversation));
    assertThat(now(effects.find(key))).isEmpty();
  }
}
