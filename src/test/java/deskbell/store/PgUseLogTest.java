package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Answer;
import deskbell.answering.Memory;
import deskbell.conversation.Handover;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Source;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.review.Used;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often articles are used, counted from stored conversations. */
class PgUseLogTest extends ConversationsCase {
  private static final ArticleKey COST = new ArticleKey("delivery-cost", Language.EN);
  private static final Reply TOLD =
      Reply.of("£3.95", new Source(Source.Kind.ARTICLE, "delivery-cost"));
  private static final Reply SHORTER =
      Reply.of("£3.95", new Source(Source.Kind.MODEL, "delivery-cost"));

  private final PgUseLog log = new PgUseLog(database.open(vertx));
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private int number;

  @BeforeEach
  void nothing_used() {
    database.execute(
        """
        TRUNCATE message, rating, ticket, frame, article_day;
        UPDATE use_progress SET since = current_date, upto = current_date\
        """);
  }

  private void say(Reply reply, String... trace) {
    say(reply, Optional.empty(), trace);
  }

  private void say(Reply reply, Optional<Handover> handover, String... trace) {
    var turn = turn("c" + ++number, "words");
    written(turn, new Answer(List.of(reply), Memory.EMPTY, handover, List.of(trace)));
  }

  private void rate(long seq, String helpful, String score) {
    database.execute(
        "INSERT INTO rating (conversation, seq, helpful, score) VALUES ('%s', %d, %s, %s)"
            .formatted(id, seq, helpful, score));
  }

  private List<Used> counted() {
    await(log.count(7));
    return await(log.used(today.minusDays(6), today));
  }

  private Used used(ArticleKey key, long answered, long helpful, long unhelpful, long handedOver) {
    return new Used(key, answered, helpful, unhelpful, handedOver, Optional.of(today));
  }

  @Test
  void answers_and_what_shoppers_thought_of_them_are_counted_once() {
    say(TOLD, "language: en");
    say(SHORTER, "language: en");
    say(TOLD, "language: zh");
    say(Reply.of("No article"));
    rate(2, "true", "NULL");
    rate(4, "NULL", "1");
    rate(8, "false", "NULL");
    counted();
    assertThat(counted())
        .containsExactlyInAnyOrder(
            used(COST, 2, 1, 1, 0), used(new ArticleKey("delivery-cost", Language.ZH), 1, 0, 0, 0));
  }

  @Test
  void what_led_to_a_person_with_the_next_message_is_told_from_what_did_not() {
    say(TOLD, "language: en");
    say(Reply.of("Hello"));
    say(TOLD, "language: en");
    say(Reply.of("A person comes"), Optional.of(new Handover("asked", Map.of())));
    assertThat(counted()).containsExactly(used(COST, 2, 0, 0, 1));
  }

  @Test
  void whoever_leaves_a_message_after_an_answer_was_led_to_a_person_by_it() {
    say(TOLD, "language: en");
    database.execute("SELECT leave_message('%s', 'a@b.example', 'Write to me')".formatted(id));
    assertThat(counted()).containsExactly(used(COST, 1, 0, 0, 1));
  }

  @Test
  void what_was_erased_stays_counted_without_its_words() {
    say(TOLD, "language: en");
    counted();
    database.execute("SELECT erase_conversation('%s')".formatted(id));
    assertThat(counted()).containsExactly(used(COST, 1, 0, 0, 0));
  }

  @Test
  void days_before_are_caught_up_a_few_at_a_time() {
    say(TOLD, "language: en");
    database.execute(
        """
        UPDATE message SET at = at - interval '40 days';
        UPDATE use_progress SET since = current_date - 40, upto = current_date - 40\
        """);
    assertThat(await(log.count(30))).isEqualTo(10);
    assertThat(await(log.count(30))).isZero();
    var last = Optional.of(today.minusDays(40));
    assertThat(await(log.used(today.minusDays(29), today)))
        .containsExactly(new Used(COST, 0, 0, 0, 0, last));
    assertThat(await(log.used(today.minusDays(89), today)))
        .containsExactly(new Used(COST, 1, 0, 0, 0, last));
    assertThat(await(log.since())).isEqualTo(today.minusDays(40));
  }
}
