package deskbell.rehearsal.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Answer;
import deskbell.answering.Memory;
import deskbell.conversation.Choice;
import deskbell.conversation.Handover;
import deskbell.conversation.Reply;
import deskbell.conversation.Source;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.rehearsal.Witness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final Watch watch = new Watch(new Witness(new FlowDialogue(new Flows(List.of()))));

  @Test
  void silence_is_wrong() {
    assertThat(watch.wrong(answer())).contains("no reply");
  }

  @Test
  void a_text_in_three_answers_in_a_row_is_wrong_whatever_stands_beside_it() {
    assertThat(watch.wrong(answer("Which day?"))).isEmpty();
    assertThat(watch.wrong(answer("It costs £3.95.", "Which day?"))).isEmpty();
    assertThat(watch.wrong(answer("Which day?", "Please.")))
        .hasValue("three times the same: Which day?");
  }

  @Test
  void a_text_that_comes_back_after_another_is_not() {
    for (var text : List.of("A", "A", "B", "A", "A")) {
      assertThat(watch.wrong(answer(text))).isEmpty();
    }
  }

  @Test
  void unfilled_blanks_and_doubled_buttons_are_wrong() {
    assertThat(watch.wrong(answer("Order {order} is sent."))).isPresent();
    var twice = new Choice("Yes", "yes");
    assertThat(watch.wrong(of(List.of(Reply.of("Shall I?").with(List.of(twice, twice))))))
        .hasValue("two buttons of one value: [yes, yes]");
  }

  @Test
  void questions_without_end_are_wrong_and_an_answer_among_them_is_not() {
    for (int turn = 1; turn <= Watch.MOST_FRUITLESS; turn++) {
      assertThat(watch.wrong(question(turn))).isEmpty();
    }
    assertThat(watch.wrong(question(0))).hasValue("26 turns without an answer, an end or a person");
    assertThat(watch.wrong(answer("It costs £3.95."))).isEmpty();
    assertThat(watch.wrong(question(1))).isEmpty();
  }

  @Test
  void a_person_is_an_end() {
    for (int turn = 1; turn <= Watch.MOST_FRUITLESS; turn++) {
      assertThat(watch.wrong(question(turn))).isEmpty();
    }
    var asked = question(0);
    assertThat(
            watch.wrong(
                new Answer(
                    asked.replies(),
                    Memory.EMPTY,
                    Optional.of(new Handover("asked", Map.of())),
                    List.of())))
        .isEmpty();
  }

  private static Answer question(int number) {
    return of(List.of(Reply.of("Question " + number, new Source(Source.Kind.FLOW, "track-order"))));
  }

  private static Answer answer(String... texts) {
    return of(List.of(texts).stream().map(Reply::of).toList());
  }

  private static Answer of(List<Reply> replies) {
    return new Answer(replies, Memory.EMPTY, Optional.empty(), List.of());
  }
}
