package deskbell.store;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Conflict;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.ArticleState;
import deskbell.knowledge.Fingerprint;
import deskbell.knowledge.Revision;
import deskbell.knowledge.Wording;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgArticlesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();
  private static final ArticleKey KEY = new ArticleKey("delivery-cost", Language.EN);
  private static final String ADA = "Ada";
  private static final String BEN = "Ben";

  private final PgArticles articles = new PgArticles(DATABASE.open(VERTX));
  private final PgSynonyms synonyms = new PgSynonyms(DATABASE.open(VERTX));

  @BeforeEach
  void nothing_edited() {
    DATABASE.execute("TRUNCATE article_edit, article_revision, synonym_text");
  }

  @AfterAll
  static void close() {
    await(VERTX.close());
  }

  @Test
  void an_article_that_was_never_edited_has_version_0() {
    assertThat(await(articles.find(KEY))).isEqualTo(ArticleState.untouched(KEY));
    assertThat(await(articles.list())).isEmpty();
    assertThat(await(articles.history(KEY, 10))).isEmpty();
  }

  @Test
  void every_field_of_an_article_in_either_language_comes_back() {
    var key = new ArticleKey("运费", Language.ZH);
    var full =
        new Article(
            key,
            "运费多少钱？",
            List.of("邮费怎么算", "包邮吗 \"😀\""),
            Optional.of("delivery_cost"),
            List.of("配送"),
            Optional.of(LocalDate.of(2027, 1, 31)),
            "满 **¥199** 包邮。\n\n\\o/");
    await(articles.saveDraft(full, 0, ADA));
    assertThat(await(articles.find(key)).draft()).contains(full);
  }

  @Test
  void a_draft_is_not_published_and_a_second_one_replaces_it() {
    var before = await(articles.publication());
    await(articles.saveDraft(article("first"), 0, ADA));
    var state = await(articles.saveDraft(article("second"), 1, BEN));
    assertThat(state.version()).isEqualTo(2);
    assertThat(state.draft()).contains(article("second"));
    assertThat(state.published()).isEmpty();
    assertThat(state.editor()).contains(BEN);
    assertThat(await(articles.list())).containsExactly(state);
    assertThat(await(articles.published()).articles()).isEmpty();
    assertThat(await(articles.publication())).isEqualTo(before);
  }

  @Test
  void publishing_puts_a_text_in_force_and_ends_the_draft() {
    var before = await(articles.publication());
    await(articles.saveDraft(article("draft"), 0, ADA));
    var state = await(articles.publish(article("draft"), Optional.empty(), 1, ADA));
    assertThat(state.published()).contains(article("draft"));
    assertThat(state.draft()).isEmpty();
    var edits = await(articles.published());
    assertThat(edits.articles()).containsOnlyKeys(KEY).containsValue(state.published());
    assertThat(edits.publication()).isEqualTo(before + 1);
  }

  @Test
  void a_removed_article_hides_the_file_until_it_is_reverted() {
    await(articles.remove(KEY, Optional.of("seed"), 0, ADA));
    assertThat(await(articles.published()).articles()).containsEntry(KEY, Optional.empty());
    var state = await(articles.revert(KEY, 1, ADA));
    assertThat(state.removed()).isFalse();
    assertThat(await(articles.published()).articles()).isEmpty();
  }

  @Test
  void a_dropped_draft_leaves_what_is_published() {
    await(articles.publish(article("published"), Optional.empty(), 0, ADA));
    await(articles.saveDraft(article("draft"), 1, ADA));
    var state = await(articles.dropDraft(KEY, 2, ADA));
    assertThat(state.draft()).isEmpty();
    assertThat(state.published()).contains(article("published"));
  }

  @Test
  void who_saw_an_older_version_is_told_whose_is_newer() {
    await(articles.saveDraft(article("Ada's"), 0, ADA));
    assertThatThrownBy(() -> await(articles.saveDraft(article("Ben's"), 0, BEN)))
        .isInstanceOf(Conflict.class)
        .hasMessage(
            "article en/delivery-cost is at version 1 by now, changed by Ada; this change is of"
                + " version 0");
    assertThat(await(articles.find(KEY)).draft()).contains(article("Ada's"));
  }

  @Test
  void a_change_of_a_version_that_never_was_leaves_nothing_behind() {
    assertThatThrownBy(() -> await(articles.publish(article("x"), Optional.empty(), 7, ADA)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("is at version 0 by now, changed by nobody");
    assertThat(DATABASE.text("SELECT count(*) FROM article_edit")).isEqualTo("0");
  }

  @Test
  void of_editors_who_publish_at_once_on_two_nodes_one_succeeds() {
    var other = Vertx.vertx();
    var elsewhere = new PgArticles(DATABASE.open(other));
    var before = await(articles.publication());
    var tries =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    (i % 2 == 0 ? articles : elsewhere)
                        .publish(article("text " + i), Optional.empty(), 0, "editor " + i)
                        .transform(tried -> Future.succeededFuture(tried.succeeded())))
            .toList();
    await(Future.all(tries));
    assertThat(tries).filteredOn(tried -> tried.result()).hasSize(1);
    assertThat(await(articles.publication())).isEqualTo(before + 1);
    assertThat(await(articles.history(KEY, 20))).hasSize(1);
    await(other.close());
  }

  @Test
  void the_history_tells_everything_newest_first() {
    await(articles.saveDraft(article("one"), 0, ADA));
    await(articles.publish(article("two"), Optional.empty(), 1, BEN));
    await(articles.remove(KEY, Optional.empty(), 2, ADA));
    await(articles.revert(KEY, 3, ADA));
    var history = await(articles.history(KEY, 3));
    assertThat(history)
        .extracting(Revision::kind)
        .containsExactly(Revision.Kind.REVERTED, Revision.Kind.REMOVED, Revision.Kind.PUBLISHED);
    assertThat(history.getLast().content()).contains(article("two"));
    assertThat(history.getLast().editor()).isEqualTo(BEN);
    assertThat(history.getLast().version()).isEqualTo(2);
  }

  @Test
  void a_file_that_changes_under_an_edit_waits_to_be_merged_once() {
    var old = article("file");
    await(articles.publish(article("edit"), Optional.of(Fingerprint.of(old)), 0, ADA));
    assertThat(await(articles.noticeFiles(List.of(old)))).isEmpty();

    var newer = article("file, newer");
    assertThat(await(articles.noticeFiles(List.of(newer)))).containsExactly(KEY);
    assertThat(await(articles.noticeFiles(List.of(newer)))).isEmpty();
    var state = await(articles.find(KEY));
    assertThat(state.merge()).contains(newer);
    assertThat(state.published()).contains(article("edit"));
    assertThat(state.version()).isEqualTo(2);
    assertThat(await(articles.history(KEY, 1)).getFirst().kind())
        .isEqualTo(Revision.Kind.FILE_CHANGED);

    await(articles.saveDraft(article("draft"), 2, ADA));
    await(articles.dropDraft(KEY, 3, ADA));
    assertThat(await(articles.find(KEY)).merge()).contains(newer);
    await(articles.keepOverFile(KEY, 4, ADA));
    assertThat(await(articles.noticeFiles(List.of(newer)))).isEmpty();
    var kept = await(articles.find(KEY));
    assertThat(kept.merge()).isEmpty();
    assertThat(kept.published()).contains(article("edit"));
    assertThat(await(articles.history(KEY, 1)).getFirst().kind()).isEqualTo(Revision.Kind.KEPT);
  }

  @Test
  void a_file_that_becomes_what_was_published_needs_no_merge() {
    await(articles.publish(article("edit"), Optional.of("other"), 0, ADA));
    assertThat(await(articles.noticeFiles(List.of(article("edit"))))).isEmpty();
    assertThat(await(articles.find(KEY)).merge()).isEmpty();
  }

  @Test
  void a_file_without_an_edit_over_it_is_no_matter_of_the_database() {
    await(articles.saveDraft(article("draft"), 0, ADA));
    assertThat(await(articles.noticeFiles(List.of(article("file"))))).isEmpty();
    assertThat(await(articles.find(KEY)).version()).isEqualTo(1);
  }

  @Test
  void synonyms_are_saved_once_a_version_and_count_as_a_publication() {
    var before = await(articles.publication());
    var first = new Wording(Language.EN, "parcel, package", 0);
    assertThat(await(synonyms.saveSynonyms(first, ADA)).version()).isEqualTo(1);
    assertThatThrownBy(() -> await(synonyms.saveSynonyms(first, BEN)))
        .isInstanceOf(Conflict.class)
        .hasMessage("synonyms en changed meanwhile; this change is of version 0");
    var second = new Wording(Language.EN, "parcel, packet", 1);
    await(synonyms.saveSynonyms(second, BEN));
    assertThat(await(synonyms.synonyms()))
        .containsExactly(new Wording(Language.EN, "parcel, packet", 2));
    assertThat(await(articles.publication())).isEqualTo(before + 2);
  }

  private static Article article(String answer) {
    return new Article(
        KEY,
        "What does delivery cost?",
        List.of("shipping price"),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        answer);
  }
}
