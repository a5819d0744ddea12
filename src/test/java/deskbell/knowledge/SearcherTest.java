package deskbell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.knowledge.text.Synonyms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearcherTest {
  private static final Map<Language, Synonyms> NO_SYNONYMS = Map.of();

  private final Library shop = Articles.shop();
  private final Searcher searcher = Searcher.open(KnowledgeSettings.DEFAULTS, shop, NO_SYNONYMS);

  @AfterEach
  void close() {
    searcher.close();
  }

  @Test
  void the_article_that_answers_comes_first_in_each_language() {
    assertThat(first("how much do you charge for delivery", Language.EN))
        .isEqualTo("delivery-cost");
    assertThat(first("多久退款", Language.ZH)).isEqualTo("refund-time");
  }

  @Test
  void a_result_says_what_matched_where_that_is_asked_for() {
    var question = Question.of("how long until my refund", Language.EN);
    var passage = searcher.explain(question, 1).getFirst();
    assertThat(passage.question()).isEqualTo("How long does a refund take?");
    assertThat(passage.answer()).isEqualTo("We refund within 3 working days.");
    assertThat(passage.reasons()).contains("question: how, long, refund");
    assertThat(passage.confidence()).isBetween(0.0, 1.0);
    assertThat(searcher.search(question, 1).getFirst().reasons()).isEmpty();
  }

  @Test
  void a_synonym_is_named_by_the_words_of_the_shopper_and_of_the_article() {
    var parcels =
        Articles.english("parcels", "Where is my package?", List.of(), "Consignments travel.");
    var ways = Articles.chinese("parcels", "包裹到哪儿了？", List.of(), "在路上。");
    var synonyms =
        Map.of(
            Language.EN,
            Synonyms.parse("en", Language.EN, "consignment, parcel, package\nship to, send to"),
            Language.ZH,
            Synonyms.parse("zh", Language.ZH, "快递, 包裹"));
    searcher.publish(Library.of(List.of(parcels, ways)), synonyms);
    var asked = Question.of("where are my parcels", Language.EN);
    assertThat(searcher.explain(asked, 1).getFirst().reasons())
        .contains("question: where, parcels = package", "answer: parcels = consignments");
    var chinese = Question.of("我的快递到哪了", Language.ZH);
    assertThat(searcher.explain(chinese, 1).getFirst().reasons())
        .anyMatch(reason -> reason.startsWith("question: ") && reason.contains("快递 = 包裹"));
    var draft = Articles.english("parcels", "Where is my box?", List.of(), "Packages travel.");
    assertThat(searcher.with(draft).explain(asked, 1).getFirst().reasons())
        .contains("answer: parcels = packages");
  }

  @Test
  void what_a_question_means_decides_between_articles_that_it_suits_alike() {
    var size = Articles.english("size-of-parcel", "Green parcel", List.of(), "Any size.");
    var track = Articles.english("way-of-parcel", "Brown parcel", List.of(), "On its way.");
    publish(Library.of(List.of(meaning(size, "size_help"), meaning(track, "track_order"))));
    assertThat(first(meant("parcel", "size_help"))).isEqualTo("size-of-parcel");
    assertThat(first(meant("parcel", "track_order"))).isEqualTo("way-of-parcel");
  }

  private static Article meaning(Article article, String intent) {
    return new Article(
        article.key(),
        article.question(),
        article.also(),
        Optional.of(intent),
        article.tags(),
        article.review(),
        article.answer());
  }

  private static Question meant(String text, String intent) {
    return new Question(text, Language.EN, List.of(new IntentScore(intent, 0.95)));
  }

  private String first(Question question) {
    return searcher.search(question, 1).getFirst().id();
  }

  @Test
  void codes_are_found_exactly_and_in_full_width() {
    assertThat(first("LL-C101", Language.EN)).isEqualTo("wash-jumper");
    assertThat(first("ＬＬ－Ｃ１０１", Language.ZH)).isEqualTo("wash-jumper");
    assertThat(first("LL20481234", Language.EN)).isEqualTo("wash-jumper");
  }

  @Test
  void spelling_is_forgiven() {
    assertThat(first("refudn", Language.EN)).isEqualTo("refund-time");
    assertThat(first("delviery", Language.EN)).isEqualTo("delivery-cost");
  }

  @Test
  void a_question_of_another_world_gets_little_confidence() {
    var found = searcher.search("what is the capital of mongolia", Language.EN, 1);
    assertThat(found.stream().mapToDouble(Passage::confidence).max().orElse(0)).isLessThan(0.3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "?!", "\u0000\u0007", "😀😀😀", "the", "。", "a b c"})
  void a_question_without_content_does_no_harm(String question) {
    for (var language : Language.values()) {
      assertThat(searcher.search(question, language, 3)).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void a_very_long_question_is_searched_like_any_other() {
    var question = "refund 退款 " + "😀".repeat(5_000) + " delivery".repeat(1_000);
    assertThat(searcher.search(question, Language.EN, 2)).hasSize(2);
  }

  @Test
  void a_published_article_is_found_within_a_second() {
    var times = new ArrayList<Duration>();
    for (var name : List.of("lift", "lift-again", "lift-once-more")) {
      var lift = Articles.english(name, "Is there a lift in the shop?", List.of(), "Yes.");
      var start = Instant.now();
      publish(with(lift));
      assertThat(first("does the shop have a lift", Language.EN)).isEqualTo(name);
      times.add(Duration.between(start, Instant.now()));
    }
    assertThat(Collections.min(times)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void a_changed_article_is_found_by_its_new_words_and_a_removed_one_not_at_all() {
    var changed = Articles.english("refund-time", "Is there a lift?", List.of(), "Yes.");
    publish(Library.of(shop.all(), Map.of(changed.key(), Optional.of(changed))));
    assertThat(first("lift", Language.EN)).isEqualTo("refund-time");
    publish(Library.of(shop.all(), Map.of(changed.key(), Optional.empty())));
    assertThat(searcher.search("refund", Language.EN, 5))
        .extracting(Passage::id)
        .doesNotContain("refund-time");
    assertThat(searcher.article("refund-time", Language.EN)).isEmpty();
  }

  @Test
  void other_synonyms_take_effect_at_once() {
    assertThat(searcher.search("gnomish", Language.EN, 1)).isEmpty();
    var synonyms = new EnumMap<Language, Synonyms>(Language.class);
    synonyms.put(Language.EN, Synonyms.parse("s", Language.EN, "refund, gnomish"));
    searcher.publish(shop, synonyms);
    assertThat(first("gnomish", Language.EN)).isEqualTo("refund-time");
  }

  @Test
  void a_draft_is_found_in_its_preview_alone() {
    var lift = Articles.english("lift", "Is there a lift?", List.of(), "Yes.");
    assertThat(searcher.with(lift).search("any lift", Language.EN, 1).getFirst().id())
        .isEqualTo("lift");
    assertThat(searcher.search("any lift", Language.EN, 5))
        .extracting(Passage::id)
        .doesNotContain("lift");
  }

  @Test
  void an_article_is_given_by_its_id() {
    assertThat(searcher.article("Refund-Time", Language.ZH).orElseThrow().answer())
        .isEqualTo("验货后 3 个工作日内退款。");
    assertThat(searcher.article("refund-time", Language.ZH).orElseThrow().confidence()).isOne();
  }

  @Test
  void a_repeated_question_is_answered_from_the_cache_until_the_next_publication() {
    searcher.search("refund", Language.EN, 1);
    searcher.search("refund", Language.EN, 1);
    assertThat(searcher.cacheHitRate()).isEqualTo(0.5);
    publish(Library.of(List.of()));
    assertThat(searcher.search("refund", Language.EN, 1)).isEmpty();
  }

  @Test
  void a_library_without_articles_answers_nothing() {
    publish(Library.EMPTY);
    assertThat(searcher.search("refund", Language.EN, 3)).isEmpty();
    publish(shop);
    assertThat(first("refund", Language.EN)).isEqualTo("refund-time");
  }

  @Test
  void searches_go_on_while_articles_are_published() {
    var done = new AtomicBoolean();
    var searches = new ArrayList<CompletableFuture<Integer>>();
    for (var i = 0; i < 3; i++) {
      searches.add(CompletableFuture.supplyAsync(() -> searchUntil(done)));
    }
    for (var i = 0; i < 20; i++) {
      publish(with(Articles.english("n" + i, "Question number " + i, List.of(), "Answer.")));
    }
    done.set(true);
    for (var search : searches) {
      assertThat(search.join()).isPositive();
    }
  }

  private int searchUntil(AtomicBoolean done) {
    var asked = 0;
    do {
      assertThat(first("refund " + asked++, Language.EN)).isEqualTo("refund-time");
    } while (!done.get());
    return asked;
  }

  private Library with(Article article) {
    return Library.of(shop.all(), Map.of(article.key(), Optional.of(article)));
  }

  private void publish(Library library) {
    searcher.publish(library, NO_SYNONYMS);
  }

  private String first(String question, Language language) {
    return searcher.search(question, language, 1).getFirst().id();
  }
}
