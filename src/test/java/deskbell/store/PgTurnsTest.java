package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.Handover;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import deskbell.dialog.DialogState;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The second trip: answers, what was written to the shop, and turns that wait. */
class PgTurnsTest extends ConversationsCase {
  @Test
  void two_nodes_that_answer_the_same_turn_write_it_once() {
    for (int i = 0; i < 20; i++) {
      var turn = turn("c" + i, "m" + i);
      var both =
          await(
              Future.all(
                  conversations.commit(turn, answer("one")),
                  otherNode.commit(turn, answer("two"))));
      assertThat(both.<Committed>list()).filteredOn(Committed.Written.class::isInstance).hasSize(1);
      assertThat(both.<Committed>list()).contains(new Committed.Fenced(true));
    }
    assertThat(turn("end", "end").seq()).isEqualTo(41);
  }

  @Test
  void an_answer_of_an_older_epoch_is_dropped() {
    var turn = turn("a", "hello");
    database.execute(
        "UPDATE conversation SET mode = 'human', epoch = epoch + 1 WHERE id = '" + id + "'");
    assertThat(await(conversations.commit(turn, answer("late"))))
        .isEqualTo(new Committed.Fenced(false));
    assertThat(stored("b", new Ask.Say("x")).message().seq()).isEqualTo(2);
  }

  @Test
  void an_answer_ahead_of_its_turn_is_dropped() {
    turn("a", "first");
    var second = turn("b", "second");
    assertThat(await(conversations.commit(second, answer("early"))))
        .isEqualTo(new Committed.Fenced(false));
  }

  @Test
  void a_handover_makes_the_conversation_wait_with_a_ticket() {
    var turn = turn("a", "a person please");
    var handover = new Handover("asked", Map.of("order", "LL1"));
    var written =
        written(
            turn,
            new Answer(
                List.of(Reply.of("A person will come.")),
                Memory.EMPTY,
                Optional.of(handover),
                List.of()));
    assertThat(written.mode()).isEqualTo(Mode.WAITING);
    assertThat(written.epoch()).isEqualTo(turn.epoch() + 1);
    assertThat(
            database.text(
                "SELECT state || reason || (summary->>'order') FROM ticket WHERE conversation = '"
                    + id
                    + "'"))
        .isEqualTo("waitingaskedLL1");
    assertThat(stored("b", new Ask.Say("hello?")).turn()).isEmpty();
  }

  @Test
  void what_a_turn_wrote_to_the_shop_is_shown_in_a_numbered_note_whatever_the_mode() {
    turn("a", "hello");
    effect(1, "cancel/call");
    database.execute("UPDATE conversation SET mode = 'human' WHERE id = '" + id + "'");
    var note = await(show(conversations, 1, "cancel/call")).orElseThrow();
    assertThat(note.seq()).isEqualTo(2);
    assertThat(note.from()).isEqualTo(Sender.SYSTEM);
    assertThat(note.text()).isEqualTo("Order LL1 is cancelled.");
    assertThat(stored("b", new Ask.Say("thanks")).message().seq()).isEqualTo(3);
  }

  @Test
  void two_nodes_that_show_the_same_effect_at_once_show_it_once() {
    turn("a", "hello");
    for (int i = 1; i <= 20; i++) {
      effect(i, "cancel/call");
      var both =
          await(
              Future.all(show(conversations, i, "cancel/call"), show(otherNode, i, "cancel/call")));
      assertThat(both.<Optional<Message>>list()).filteredOn(Optional::isPresent).hasSize(1);
    }
    assertThat(stored("end", new Ask.Say("end")).message().seq()).isEqualTo(22);
  }

  @Test
  void an_effect_that_the_answer_has_told_is_not_shown_again() {
    var turn = turn("a", "yes");
    effect(1, "cancel/call");
    var replies = List.of(Reply.of("It is cancelled."));
    var told = Set.of("cancel/call", "find/call");
    written(turn, new Answer(replies, Memory.EMPTY, Optional.empty(), List.of(), told, List.of()));
    assertThat(await(show(otherNode, 1, "cancel/call"))).isEmpty();
    assertThat(turn("b", "thanks").seq()).isEqualTo(3);
  }

  @Test
  void an_answer_that_is_dropped_leaves_its_effects_to_be_shown() {
    var turn = turn("a", "yes");
    effect(1, "cancel/call");
    database.execute("UPDATE conversation SET epoch = epoch + 1 WHERE id = '" + id + "'");
    var replies = List.of(Reply.of("It is cancelled."));
    var told = Set.of("cancel/call");
    await(
        conversations.commit(
            turn, new Answer(replies, Memory.EMPTY, Optional.empty(), List.of(), told, List.of())));
    assertThat(await(show(conversations, 1, "cancel/call"))).isPresent();
  }

  @Test
  void where_nothing_was_written_to_the_shop_no_note_takes_a_number() {
    turn("a", "hello");
    assertThat(await(show(conversations, 1, "find/call"))).isEmpty();
    assertThat(turn("b", "on").seq()).isEqualTo(2);
  }

  private void effect(int turn, String step) {
    database.execute(
        "INSERT INTO effect VALUES ('%s', %d, '%s', 'cancel_order', '{}')"
            .formatted(id, turn, step));
  }

  private Future<Optional<Message>> show(PgConversations node, long turn, String step) {
    return node.showEffects(id, turn, Set.of(step), "Order LL1 is cancelled.");
  }

  @Test
  void a_waiting_turn_is_read_afresh_once_the_one_before_it_is_answered() {
    var first = turn("a", "first");
    var second = turn("b", "second");
    assertThat(await(conversations.refresh(second))).isEmpty();
    var memory = new Memory(DialogState.IDLE, 1, List.of());
    written(first, new Answer(List.of(Reply.of("one")), memory, Optional.empty(), List.of()));
    var fresh = await(conversations.refresh(second)).orElseThrow();
    assertThat(fresh.memory()).isEqualTo(memory);
    assertThat(fresh.ask()).isEqualTo(new Ask.Say("second"));
    assertThat(fresh.recent()).extracting(Message::text).containsExactly("first");
    assertThat(await(conversations.refresh(first))).isEmpty();
    written(fresh, answer("two"));
    assertThat(await(conversations.refresh(second))).isEmpty();
  }

  @Test
  void the_sweep_finds_the_first_unanswered_turn_of_each_conversation() {
    ask("Which?", new Choice("Delivery", "d"));
    stored("pick", new Ask.Choose(2, "d", ""));
    turn("more", "and this");
    var other = database.conversation();
    await(conversations.accept(other, "h", new Ask.Human("Person")));
    var found = await(conversations.unanswered(Duration.ZERO, 100));
    assertThat(found).filteredOn(turn -> turn.conversation().equals(id)).hasSize(1);
    var mine =
        found.stream().filter(turn -> turn.conversation().equals(id)).findFirst().orElseThrow();
    assertThat(mine.ask()).isEqualTo(new Ask.Choose(2, "d", "Delivery"));
    assertThat(mine.number()).isEqualTo(2);
    assertThat(mine.recent()).extracting(Message::text).containsExactly("m", "Which?");
    assertThat(found).extracting(Turn::conversation).containsSubsequence(id, other);
    written(mine, answer("done"));
    assertThat(await(conversations.unanswered(Duration.ZERO, 100)))
        .filteredOn(turn -> turn.conversation().equals(id))
        .extracting(Turn::number)
        .containsExactly(3L);
  }

  @Test
  void the_sweep_leaves_young_turns_and_those_of_people_alone() {
    turn("a", "just now");
    assertThat(await(conversations.unanswered(Duration.ofMinutes(1), 100)))
        .extracting(Turn::conversation)
        .doesNotContain(id);
    database.execute("UPDATE conversation SET mode = 'waiting' WHERE id = '" + id + "'");
    assertThat(await(conversations.unanswered(Duration.ZERO, 100)))
        .extracting(Turn::conversation)
        .doesNotContain(id);
  }

  @Test
  void only_the_first_sweep_looks_at_old_conversations() {
    turn("a", "long ago");
    database.execute(
        "UPDATE conversation SET asked_at = now() - interval '3 days' WHERE id = '" + id + "'");
    var started = new PgConversations(database.open(vertx));
    assertThat(await(started.unanswered(Duration.ZERO, 100)))
        .extracting(Turn::conversation)
        .contains(id);
    assertThat(await(started.unanswered(Duration.ZERO, 100)))
        .extracting(Turn::conversation)
        .doesNotContain(id);
  }

  @Test
  void a_turn_whose_memory_cannot_be_read_is_taken_up_without_its_place() {
    turn("a", "broken");
    database.execute(
        "UPDATE conversation SET memory = '{\"dialog\":{\"version\":9}}' WHERE id = '" + id + "'");
    var other = database.conversation();
    await(conversations.accept(other, "x", new Ask.Say("fine")));
    var taken = await(conversations.unanswered(Duration.ZERO, 100));
    assertThat(taken).extracting(Turn::conversation).contains(other);
    assertThat(taken)
        .filteredOn(turn -> turn.conversation().equals(id))
        .extracting(turn -> turn.memory().dialog())
        .containsExactly(DialogState.UNREADABLE);
  }
}
