package deskbell.store;

import static deskbell.shop.Example.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.conversation.Language;
import deskbell.conversation.NotFound;
import deskbell.shop.Effect;
import deskbell.shop.Effects;
import deskbell.shop.LooseEnd;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgEffectsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final Vertx OTHER_VERTX = Vertx.vertx();
  private static final int MANY = 100;
  private static final Map<String, String> ORDER = Map.of("order", "LL20481234");
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
    now(Future.all(VERTX.close(), OTHER_VERTX.close()));
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
    now(effects.begin(key, "cancel_order", ORDER));
    now(effects.begin(key, "cancel_order", ORDER));
    assertThat(now(effects.find(key))).contains(new Effect(key, "cancel_order", Optional.empty()));
    assertThat(now(effects.finish(key, CANCELLED))).isEqualTo(CANCELLED);
    assertThat(now(effects.find(key)))
        .contains(new Effect(key, "cancel_order", Optional.of(CANCELLED)));
  }

  @Test
  void the_first_result_counts() {
    now(effects.begin(key, "cancel_order", ORDER));
    now(effects.finish(key, CANCELLED));
    assertThat(now(effects.finish(key, new CallResult("too_late", Map.of("status", "shipped")))))
        .isEqualTo(CANCELLED);
  }

  @Test
  void what_nobody_was_shown_is_taken_up_once_its_turn_is_over() {
    now(effects.begin(key, "cancel_order", ORDER));
    assertThat(takenUp()).as("the bot still owes the answer").isEmpty();
    execute("UPDATE conversation SET mode = 'human', locale = 'zh' WHERE id = '%s'");
    var end = takenUp().getFirst();
    assertThat(end.effect()).isEqualTo(new Effect(key, "cancel_order", Optional.empty()));
    assertThat(end.arguments()).isEqualTo(ORDER);
    assertThat(end.language()).isEqualTo(Language.ZH);
    now(effects.finish(key, CANCELLED));
    assertThat(takenUp())
        .extracting(done -> done.effect().result().orElseThrow(), LooseEnd::arguments)
        .containsExactly(tuple(CANCELLED, Map.of()));
    execute("UPDATE conversation SET mode = 'bot', answered = 3 WHERE id = '%s'");
    assertThat(takenUp()).as("handed back").hasSize(1);
    execute("UPDATE effect SET shown_at = now() WHERE conversation = '%s'");
    assertThat(takenUp()).as("shown").isEmpty();
  }

  @Test
  void what_is_young_is_left_to_those_who_are_at_it() {
    execute("UPDATE conversation SET mode = 'human' WHERE id = '%s'");
    now(effects.begin(key, "cancel_order", ORDER));
    assertThat(now(effects.takeUp(Duration.ofMinutes(1), Duration.ZERO, MANY))).isEmpty();
  }

  @Test
  void of_two_nodes_that_take_up_at_once_each_gets_what_the_other_does_not() {
    execute("UPDATE conversation SET mode = 'human' WHERE id = '%s'");
    var keys = IntStream.range(0, 20).mapToObj(this::step).toList();
    keys.forEach(each -> now(effects.begin(each, "cancel_order", ORDER)));
    var otherNode = new PgEffects(DATABASE.open(OTHER_VERTX));
    var pause = Duration.ofMinutes(1);
    var both =
        now(
            Future.all(
                effects.takeUp(Duration.ZERO, pause, MANY),
                otherNode.takeUp(Duration.ZERO, pause, MANY)));
    assertThat(both.<List<LooseEnd>>list().stream().flatMap(List::stream))
        .extracting(end -> end.effect().key())
        .filteredOn(each -> each.conversation().equals(conversation))
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(now(otherNode.takeUp(Duration.ZERO, pause, MANY))).isEmpty();
  }

  private EffectKey step(int number) {
    return new EffectKey(conversation, 3, "step " + number);
  }

  private List<LooseEnd> takenUp() {
    return now(effects.takeUp(Duration.ZERO, Duration.ZERO, MANY)).stream()
        .filter(end -> end.effect().key().equals(key))
        .toList();
  }

  private void execute(String statement) {
    DATABASE.execute(statement.formatted(conversation));
  }

  @Test
  void an_erased_conversation_takes_its_effects_along() {
    now(effects.begin(key, "cancel_order", ORDER));
    DATABASE.execute(
        "UPDATE conversation SET erased = true WHERE id = '%s'".formatted(conversation));
    assertThat(now(effects.find(key))).isEmpty();
  }
}
