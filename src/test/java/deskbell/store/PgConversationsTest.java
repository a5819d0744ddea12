package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.Card;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.NotFound;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import deskbell.conversation.Source;
import deskbell.dialog.DialogState;
import deskbell.dialog.OpenFlow;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The first trip: what a shopper says is stored once, under one counter. */
class PgConversationsTest extends ConversationsCase {
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
                DialogState.VERSION,
                List.of(new OpenFlow("track", "ask", Map.of("order", "LL1"), Map.of(), 1))),
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
}
