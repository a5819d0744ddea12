package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Reply;
import deskbell.dialog.Transition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways through flows, written with the turn and counted behind it. */
class PgFlowLogTest extends ConversationsCase {
  private static final Transition BEGUN =
      new Transition("track-order", "e1", Transition.BEGIN, "order");
  private static final Transition ON = new Transition("track-order", "e1", "order", "look_up");
  private static final Transition OTHER =
      new Transition("cancel-order", "e2", Transition.BEGIN, "order");

  private final PgFlowLog log = new PgFlowLog(database.open(vertx));
  private final PgUseLog counting = new PgUseLog(database.open(vertx));
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @BeforeEach
  void nobody_went_anywhere() {
    database.execute("TRUNCATE flow_move, flow_day");
  }

  private static Answer going(Set<String> told, Transition... way) {
    return new Answer(
        List.of(Reply.of("…")), Memory.EMPTY, Optional.empty(), List.of(), told, List.of(way));
  }

  private Map<Transition, Long> moves(Optional<String> flow) {
    return await(log.moves(today, flow));
  }

  @Test
  void what_was_gone_is_known_at_once_and_counted_once() {
    written(turn("c1", "where is it"), going(Set.of(), BEGUN, ON));
    written(turn("c2", "and this one"), going(Set.of("track-order/look_up"), BEGUN, OTHER));
    var all = Map.of(BEGUN, 2L, ON, 1L, OTHER, 1L);
    assertThat(moves(Optional.empty())).isEqualTo(all);
    await(counting.count(1));
    await(counting.count(1));
    assertThat(moves(Optional.empty())).isEqualTo(all);
    assertThat(database.text("SELECT count(*) FROM flow_move")).isEqualTo("0");
    written(turn("c3", "again"), going(Set.of(), BEGUN));
    assertThat(moves(Optional.of("track-order"))).isEqualTo(Map.of(BEGUN, 3L, ON, 1L));
    await(counting.count(1));
    assertThat(moves(Optional.of("track-order"))).isEqualTo(Map.of(BEGUN, 3L, ON, 1L));
    assertThat(await(log.moves(today.plusDays(1), Optional.empty()))).isEmpty();
  }

  @Test
  void an_answer_that_came_too_late_has_gone_nowhere() {
    Turn turn = turn("c1", "where is it");
    written(turn, going(Set.of(), BEGUN));
    assertThat(await(conversations.commit(turn, going(Set.of(), BEGUN))))
        .isInstanceOf(Committed.Fenced.class);
    assertThat(moves(Optional.empty())).isEqualTo(Map.of(BEGUN, 1L));
  }
}
