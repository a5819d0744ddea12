package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.Card;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Handover;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.NotFound;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import deskbell.conversation.Source;
import deskbell.dialog.DialogState;
import deskbell.dialog.OpenFlow;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgConversationsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();
  private static final Vertx otherVertx = Vertx.vertx();

  private final PgConversations conversations = new PgConversations(database.open(vertx));
  private final PgConversations otherNode = new PgConversations(database.open(otherVertx));
  private ConversationId id;

  @AfterAll
  static void stop() throws Exception {
    Future.all(vertx.close(), otherVertx.close()).await(10, SECONDS);
  }

  @BeforeEach
  void open() {
    id = database.conversation();
  }

  @Test
  void an_accepted_message_is_stored_and_brings_what_answering_needs() {
    var accepted = stored("a", new Ask.Say("where is my parcel"));
    assertThat(accepted.message().seq()).isEqualTo(1);
    assertThat(accepted.message().from()).isEqualTo(Sender.SHOPPER);
    assertThat(accepted.message().text()).isEqualTo("where is my parcel");
    var turn = accepted.turn().orElseThrow();
    assertThat(turn.number()).isEqualTo(1);
    assertThat(turn.seq()).isEqualTo(1);
    assertThat(turn.memory()).isEqualTo(Memory.EMPTY);
    assertThat(turn.recent()).isEmpty();
    assertThat(turn.address()).isEqualTo("hash-of-address");
  }

  @Test
  void the_next_turn_sees_memory_and_messages_of_the_last_one() {
    var memory =
        new Memory(
            new DialogState(
                1, List.of(new OpenFlow("track", "ask", Map.of("order", "LL1"), Map.of(), 1))),
            1,
            List.of(new Choice("配送", "delivery")));
    var reply =
        new Reply(
            "**Which** order?",
            List.of(new Choice("LL1", "LL1")),
            List.of(new Card("LL1", "two lines", "", "Open", "https://shop.example/1")),
            Optional.of(new Source(Source.Kind.FLOW, "track")));
    var written =
        written(
            turn("a", "hello"), new Answer(List.of(reply), memory, Optional.empty(), List.of()));
    assertThat(written.mode()).isEqualTo(Mode.BOT);
    assertThat(written.messages()).extracting(Message::seq).containsExactly(2L);

    var next = turn("b", "你好");
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.memory()).isEqualTo(memory);
    assertThat(next.recent())
        .extracting(Message::text)
        .containsExactly("hello", "**Which** order?");
    assertThat(next.recent().getLast()).isEqualTo(written.messages().getFirst());
  }

  @Test
  void only_the_last_six_messages_come_along_oldest_first() {
    for (int i = 0; i < 4; i++) {
      written(turn("c" + i, "m" + i), answer("a" + i, "b" + i));
    }
    assertThat(turn("last", "end").recent())
        .extracting(Message::text)
        .containsExactly("m2", "a2", "b2", "m3", "a3", "b3");
  }

  @Test
  void fifty_messages_at_once_are_numbered_without_gaps() {
    var all =
        await(
            Future.all(
                IntStream.range(0, 50)
                    .mapToObj(i -> node(i).accept(id, "c" + i, new Ask.Say("m" + i)))
                    .toList()));
    var stored = all.<Accepted.Stored>list();
    assertThat(stored)
        .extracting(s -> s.message().seq())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    assertThat(stored)
        .extracting(s -> s.turn().orElseThrow().number())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    assertThat(stored).allSatisfy(s -> sees_all_before_it(s.turn().orElseThrow()));
  }

  private static void sees_all_before_it(Turn turn) {
    assertThat(turn.recent())
        .extracting(Message::seq)
        .isEqualTo(LongStream.range(Math.max(1, turn.seq() - 6), turn.seq()).boxed().toList());
  }

  @Test
  void the_same_frame_sent_at_once_many_times_is_stored_once() {
    var all =
        await(
            Future.all(
                IntStream.range(0, 20)
                    .mapToObj(i -> node(i).accept(id, "same", new Ask.Say("hello")))
                    .toList()));
    assertThat(all.<Accepted>list()).filteredOn(Accepted.Stored.class::isInstance).hasSize(1);
    assertThat(all.<Accepted>list())
        .filteredOn(Accepted.Repeated.class::isInstance)
        .hasSize(19)
        .allMatch(new Accepted.Repeated(1)::equals);
    assertThat(stored("next", new Ask.Say("on")).message().seq()).isEqualTo(2);
    assertThat(turn("third", "on").number()).isEqualTo(3);
  }

  @Test
  void the_same_id_with_other_content_is_refused() {
    turn("a", "hello");
    assertThat(accept("a", new Ask.Say("bye"))).isEqualTo(new Accepted.IdReused());
    assertThat(accept("a", new Ask.Human("hello"))).isEqualTo(new Accepted.IdReused());
    assertThat(accept("a", new Ask.Say("hello"))).isEqualTo(new Accepted.Repeated(1));
  }

  @Test
  void the_button_for_a_person_is_the_same_frame_in_either_language() {
    stored("h", new Ask.Human("Talk to a person"));
    assertThat(accept("h", new Ask.Human("转人工"))).isEqualTo(new Accepted.Repeated(1));
  }

  @Test
  void a_choice_of_the_open_question_is_stored_under_its_label() {
    ask("Which?", new Choice("Delivery", "d"), new Choice("Returns", "r"));
    var chosen = stored("pick", new Ask.Choose(2, "r", ""));
    assertThat(chosen.message().text()).isEqualTo("Returns");
    assertThat(chosen.turn().orElseThrow().ask()).isEqualTo(new Ask.Choose(2, "r", "Returns"));
    assertThat(accept("pick", new Ask.Choose(2, "r", ""))).isEqualTo(new Accepted.Repeated(3));
    assertThat(accept("pick", new Ask.Choose(2, "d", ""))).isEqualTo(new Accepted.IdReused());
  }

  @Test
  void a_choice_is_refused_once_the_shopper_has_written_since() {
    ask("Which?", new Choice("Delivery", "d"));
    turn("typed", "something else");
    assertThat(accept("pick", new Ask.Choose(2, "d", ""))).isEqualTo(new Accepted.NotOpen());
  }

  @Test
  void a_choice_that_was_never_offered_is_refused_and_takes_no_number() {
    ask("Which?", new Choice("Delivery", "d"));
    assertThat(accept("pick", new Ask.Choose(2, "x", ""))).isEqualTo(new Accepted.NotOpen());
    assertThat(accept("own", new Ask.Choose(1, "d", ""))).isEqualTo(new Accepted.NotOpen());
    assertThat(accept("none", new Ask.Choose(99, "d", ""))).isEqualTo(new Accepted.NotOpen());
    assertThat(stored("next", new Ask.Say("hm")).message().seq()).isEqualTo(3);
  }

  @Test
  void of_two_choices_at_once_one_counts() {
    ask("Which?", new Choice("Delivery", "d"), new Choice("Returns", "r"));
    var both =
        await(
            Future.all(
                conversations.accept(id, "one", new Ask.Choose(2, "d", "")),
                otherNode.accept(id, "two", new Ask.Choose(2, "r", ""))));
    assertThat(both.<Accepted>list()).filteredOn(Accepted.Stored.class::isInstance).hasSize(1);
    assertThat(both.<Accepted>list()).contains(new Accepted.NotOpen());
  }

  @Test
  void a_closed_conversation_takes_nothing_but_still_answers_repetitions() {
    turn("a", "hello");
    database.execute("UPDATE conversation SET mode = 'closed' WHERE id = '" + id + "'");
    assertThat(accept("b", new Ask.Say("again"))).isEqualTo(new Accepted.Closed());
    assertThat(accept("a", new Ask.Say("hello"))).isEqualTo(new Accepted.Repeated(1));
  }

  @Test
  void an_unknown_conversation_is_not_found() {
    var unknown = new ConversationId(UUID.randomUUID());
    assertThatThrownBy(() -> await(conversations.accept(unknown, "a", new Ask.Say("x"))))
        .isInstanceOf(NotFound.class)
        .hasMessage("conversation " + unknown + " does not exist");
  }

  @Test
  void while_a_person_answers_messages_are_no_turns() {
    database.execute("UPDATE conversation SET mode = 'human' WHERE id = '" + id + "'");
    var accepted = stored("a", new Ask.Say("hello"));
    assertThat(accepted.turn()).isEmpty();
    database.execute("UPDATE conversation SET mode = 'bot' WHERE id = '" + id + "'");
    assertThat(turn("b", "and now").number()).isEqualTo(1);
  }

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
    written(turn, new Answer(replies, Memory.EMPTY, Optional.empty(), List.of(), told));
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
            turn, new Answer(replies, Memory.EMPTY, Optional.empty(), List.of(), told)));
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
  void a_memory_that_cannot_be_read_does_not_keep_the_sweep_from_others() {
    turn("a", "broken");
    database.execute(
        "UPDATE conversation SET memory = '{\"dialog\":{\"version\":9}}' WHERE id = '" + id + "'");
    var other = database.conversation();
    await(conversations.accept(other, "x", new Ask.Say("fine")));
    assertThat(await(conversations.unanswered(Duration.ZERO, 100)))
        .extracting(Turn::conversation)
        .contains(other)
        .doesNotContain(id);
  }

  private void ask(String question, Choice... choices) {
    var reply = Reply.of(question).with(List.of(choices));
    written(turn("q", "m"), new Answer(List.of(reply), Memory.EMPTY, Optional.empty(), List.of()));
  }

  private PgConversations node(int number) {
    return number % 2 == 0 ? conversations : otherNode;
  }

  private Accepted accept(String clientId, Ask ask) {
    return await(conversations.accept(id, clientId, ask));
  }

  private Accepted.Stored stored(String clientId, Ask ask) {
    return (Accepted.Stored) accept(clientId, ask);
  }

  private Turn turn(String clientId, String text) {
    return stored(clientId, new Ask.Say(text)).turn().orElseThrow();
  }

  private Committed.Written written(Turn turn, Answer answer) {
    return (Committed.Written) await(conversations.commit(turn, answer));
  }

  private static Answer answer(String... texts) {
    return new Answer(
        List.of(texts).stream().map(Reply::of).toList(), Memory.EMPTY, Optional.empty(), List.of());
  }

  private static <T> T await(Future<T> future) {
    return TestDatabase.await(future);
  }
}
