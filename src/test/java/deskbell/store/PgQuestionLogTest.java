package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import deskbell.answering.Answer;
import deskbell.answering.Memory;
import deskbell.conversation.Handover;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.knowledge.review.Logged;
import deskbell.knowledge.review.Miss;
import deskbell.knowledge.review.QuestionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What editors learn from stored conversations. */
class PgQuestionLogTest extends ConversationsCase {
  private static final String UNKNOWN = "compared: Unknown";
  private static final String TOLD = "compared: Tell";

  private final PgQuestionLog log = new PgQuestionLog(database.open(vertx));
  private int number;

  @BeforeEach
  void nothing_asked() {
    database.execute("TRUNCATE message, rating, ticket, frame");
  }

  private void say(String text, String... trace) {
    say(text, Optional.empty(), trace);
  }

  private void say(String text, Optional<Handover> handover, String... trace) {
    var turn = turn("c" + ++number, text);
    written(turn, new Answer(List.of(Reply.of("…")), Memory.EMPTY, handover, List.of(trace)));
  }

  private void rate(long seq, boolean helpful) {
    database.execute(
        "INSERT INTO rating (conversation, seq, helpful) VALUES ('%s', %d, %s)"
            .formatted(id, seq, helpful));
  }

  private List<Miss> missed() {
    return await(log.missed(Instant.now().minusSeconds(60), 100));
  }

  @Test
  void what_was_not_known_or_no_help_is_missed_and_nothing_else() {
    say("How do I park?", "language: en", UNKNOWN);
    say("What is delivery?", "language: en", TOLD);
    say("And to Ireland?", "stands alone: What is delivery to Ireland?", TOLD);
    say("blue", "not for the open flow", UNKNOWN);
    rate(4, true);
    rate(6, false);
    assertThat(missed())
        .extracting(Miss::text, Miss::unknown, Miss::unhelpful)
        .containsExactly(
            tuple("What is delivery to Ireland?", false, true),
            tuple("How do I park?", true, false));
  }

  @Test
  void what_was_no_help_names_the_article_that_said_it() {
    say("What is delivery?", "language: en", TOLD);
    rate(2, false);
    assertThat(missed()).extracting(Miss::told).containsExactly(Optional.empty());
    database.execute(
        "UPDATE message SET source_kind = 'article', source_id = 'cost' WHERE seq = 2");
    assertThat(missed()).extracting(Miss::told).containsExactly(Optional.of("cost"));
  }

  @Test
  void the_language_is_that_of_the_words() {
    say("可以刻字吗", "language: zh", UNKNOWN);
    assertThat(missed()).extracting(Miss::language).containsExactly(Language.ZH);
  }

  @Test
  void who_is_handed_over_soon_after_was_so_because_of_it() {
    say("How do I park?", UNKNOWN);
    say("I want a person", Optional.of(new Handover("asked", Map.of())), "comes first: Person");
    assertThat(missed()).extracting(Miss::handedOver).containsExactly(true);
  }

  @Test
  void who_went_on_with_something_else_was_not_handed_over_because_of_it() {
    say("How do I park?", UNKNOWN);
    say("What is delivery?", TOLD);
    say("And returns?", TOLD);
    say("Cancel my order", Optional.of(new Handover("cancel", Map.of())), "compared: Start");
    assertThat(missed()).extracting(Miss::handedOver).containsExactly(false);
  }

  @Test
  void what_was_erased_is_gone() {
    say("How do I park?", UNKNOWN);
    database.execute("SELECT erase_conversation('%s')".formatted(id));
    assertThat(missed()).isEmpty();
    assertThat(await(log.asked(Optional.empty(), 10)).questions()).isEmpty();
  }

  @Test
  void the_newest_questions_come_slice_by_slice_as_they_were_understood() {
    for (var i = 1; i <= 5; i++) {
      say("question " + i, "language: en", "intent: delivery_cost 0.9" + i, TOLD);
    }
    say("my answer to the flow", "the open flow goes on");
    assertThat(await(log.count(100))).isEqualTo(5);
    assertThat(await(log.count(3))).isEqualTo(3);
    var first = await(log.asked(Optional.empty(), 3));
    assertThat(first.questions())
        .extracting(Logged::text)
        .containsExactly("question 5", "question 4", "question 3");
    assertThat(first.questions().getFirst().intents())
        .containsExactly(new IntentScore("delivery_cost", 0.95));
    var second = await(log.asked(first.next(), 3));
    assertThat(second.questions())
        .extracting(Logged::text)
        .containsExactly("question 2", "question 1");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void what_was_put_away_says_so_until_it_is_taken_back_or_erased() {
    say("How do I park?", UNKNOWN);
    var asked = missed().getFirst().id();
    assertThat(asked).isEqualTo(new QuestionId(id, 1));
    await(log.dismiss(List.of(asked, asked, new QuestionId(id, 2), new QuestionId(id, 9))));
    assertThat(missed()).extracting(Miss::dismissed).containsExactly(true);
    say("Where can I park?", UNKNOWN);
    assertThat(missed()).extracting(Miss::dismissed).containsExactly(false, true);
    await(log.restore(List.of(asked)));
    assertThat(missed()).extracting(Miss::dismissed).containsExactly(false, false);
    await(log.dismiss(List.of(asked)));
    database.execute("SELECT erase_conversation('%s')".formatted(id));
    assertThat(database.text("SELECT count(*) FROM dismissed_question")).isEqualTo("0");
  }

  @Test
  void a_place_that_no_slice_had_is_refused() {
    assertThatThrownBy(() -> log.asked(Optional.of("here"), 3))
        .isInstanceOf(Invalid.class)
        .hasMessage("after is no place in the log");
  }
}
