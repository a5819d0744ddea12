package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Ask;
import deskbell.conversation.Choice;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Handover;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Reply;
import deskbell.conversation.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final Reply QUESTION = Reply.of("Which day?").with(List.of(new Choice("A", "a")));

  @Test
  void what_two_answers_have_said_is_said_with_the_offer_of_a_person() {
    var mended = Repeats.mended(answer(QUESTION), after("Which day?", "Which day?"), Language.EN);

    assertThat(mended.replies())
        .containsExactly(
            Reply.of("I'm repeating myself, so a person may get you further. Which day?")
                .with(
                    List.of(new Choice("A", "a"), new Choice("Talk to a person", Decider.PERSON))));
    assertThat(mended.trace()).containsExactly("said twice already");
  }

  @Test
  void the_second_time_it_is_said_as_it_is() {
    var answer = answer(QUESTION);
    assertThat(Repeats.mended(answer, after("Which day?"), Language.EN)).isEqualTo(answer);
    assertThat(Repeats.mended(answer, after("Which day?", "Which order?"), Language.EN))
        .isEqualTo(answer);
  }

  @Test
  void a_handover_is_left_alone() {
    var over =
        new Answer(
            List.of(QUESTION),
            Memory.EMPTY,
            Optional.of(new Handover("asked", Map.of())),
            List.of());
    assertThat(Repeats.mended(over, after("Which day?", "Which day?"), Language.EN))
        .isEqualTo(over);
  }

  private static Answer answer(Reply... replies) {
    return new Answer(List.of(replies), Memory.EMPTY, Optional.empty(), List.of());
  }

  /** A turn after these answers, oldest first. */
  private static Turn after(String... answers) {
    var recent = new ArrayList<Message>();
    for (var answer : answers) {
      recent.add(message(recent.size() + 1, Sender.SHOPPER, "hm"));
      recent.add(message(recent.size() + 1, Sender.BOT, answer));
    }
    return new Turn(
        ConversationId.random(),
        answers.length + 1,
        1,
        recent.size() + 1,
        new Ask.Say("hm"),
        Language.EN,
        Optional.empty(),
        "test",
        Memory.EMPTY,
        recent);
  }

  private static Message message(long seq, Sender from, String text) {
    return new Message(
        seq,
        from,
        Optional.empty(),
        text,
        Optional.empty(),
        List.of(),
        List.of(),
        Instant.EPOCH,
        Optional.empty(),
        false,
        List.of());
  }
}
