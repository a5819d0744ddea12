package deskbell.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.knowledge.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Missed questions in groups: one need, one row. */
class NeedsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final ConversationId CONVERSATION = ConversationId.random();
  private static final double CERTAIN = 0.5;

  private final List<Needs.Read> missed = new ArrayList<>();

  /** What a question is taken for: an intent and an article, both hardly sure. */
  private record Taken(String intent, String article, double confidence) {}

  private static final Taken GIFTS = new Taken("gift_wrap", "gift-wrapping", 0.2);
  private static final Taken SHOPS = new Taken("shops", "our-shops", 0.1);

  private Miss ask(String asker, Language language, String text, Taken taken) {
    return add(
        new Miss(
            id(),
            text,
            language,
            asker,
            NOON.plusSeconds(missed.size()),
            true,
            false,
            Optional.empty(),
            false,
            false),
        taken);
  }

  private QuestionId id() {
    return new QuestionId(CONVERSATION, missed.size() + 1);
  }

  private Miss add(Miss miss, Taken taken) {
    var understood =
        new Understood(
            miss.text(),
            miss.language(),
            List.of(),
            List.of(
                new IntentScore(IntentScore.OUT_OF_SCOPE, 0.7),
                new IntentScore(taken.intent(), 0.2),
                new IntentScore("stock", 0.02)));
    var passage =
        new Passage(taken.article(), "?", "!", Optional.empty(), 1, taken.confidence(), List.of());
    missed.add(
        new Needs.Read(miss, Impression.of(miss.text(), understood, List.of(passage), CERTAIN)));
    return miss;
  }

  /** A question in English that nobody answered and a person was called for. */
  private Miss handedOver(String asker, String text, boolean dismissed) {
    return new Miss(
        id(), text, Language.EN, asker, NOON, true, false, Optional.empty(), true, dismissed);
  }

  @Test
  void one_need_is_one_row_in_both_languages() {
    ask("ann", Language.EN, "Can you engrave a name on it?", GIFTS);
    ask("bob", Language.ZH, "可以刻字吗", GIFTS);
    ask("cat", Language.EN, "Is there parking at your shop?", SHOPS);
    ask("dan", Language.EN, "can you engrave a name on it", GIFTS);
    var needs = Needs.of(missed);
    assertThat(needs).hasSize(2);
    var engraving = needs.getFirst();
    assertThat(engraving.people()).isEqualTo(3);
    assertThat(engraving.intent()).contains("gift_wrap");
    assertThat(engraving.articles()).containsExactly("gift-wrapping");
    assertThat(engraving.phrasings())
        .containsExactly(
            new Need.Phrasing("Can you engrave a name on it?", Language.EN, 2),
            new Need.Phrasing("可以刻字吗", Language.ZH, 1));
  }

  @Test
  void who_was_handed_over_counts_more_than_who_asked() {
    ask("ann", Language.EN, "Can you engrave a name on it?", GIFTS);
    ask("bob", Language.EN, "Can you engrave a name on it?", GIFTS);
    add(handedOver("cat", "Is there parking?", false), SHOPS);
    assertThat(Needs.of(missed)).extracting(Need::handedOver).containsExactly(1, 0);
  }

  @Test
  void one_person_who_asks_again_and_again_is_one_person() {
    ask("ann", Language.EN, "Can you engrave a name on it?", GIFTS);
    ask("ann", Language.EN, "Can you engrave it?", GIFTS);
    assertThat(Needs.of(missed))
        .singleElement()
        .satisfies(need -> assertThat(need.people()).isEqualTo(1))
        .satisfies(need -> assertThat(need.phrasings()).hasSize(2));
  }

  @Test
  void what_is_answered_by_now_comes_last_unless_that_answer_was_no_help() {
    var found = new Taken("gift_wrap", "engraving", 0.9);
    add(handedOver("ann", "Can you engrave it?", false), found);
    ask("bob", Language.EN, "Is there parking at your shop?", SHOPS);
    assertThat(Needs.of(missed)).extracting(Need::answered).containsExactly(false, true);
    for (var told : List.of("", "engraving", "gift-wrapping")) {
      missed.clear();
      var article = Optional.of(told).filter(it -> !it.isEmpty());
      add(
          new Miss(
              id(),
              "Can you engrave it?",
              Language.EN,
              "ann",
              NOON,
              false,
              true,
              article,
              false,
              false),
          found);
      assertThat(Needs.of(missed))
          .extracting(Need::answered)
          .containsExactly(told.equals("gift-wrapping"));
    }
  }

  @Test
  void a_need_that_was_put_away_is_back_with_a_new_question() {
    add(handedOver("ann", "Do you rent suits?", true), SHOPS);
    ask("bob", Language.EN, "Can you engrave a name on it?", GIFTS);
    var needs = Needs.of(missed);
    assertThat(needs).extracting(Need::dismissed).containsExactly(false, true);
    assertThat(needs.getLast().questions())
        .extracting(QuestionId::toString)
        .containsExactly(CONVERSATION + "/1");
    ask("cat", Language.EN, "do you rent suits", SHOPS);
    assertThat(Needs.of(missed)).extracting(Need::dismissed).containsExactly(false, false);
  }

  @Test
  void nothing_missed_is_no_need() {
    assertThat(Needs.of(List.of())).isEmpty();
  }
}
