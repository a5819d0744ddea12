package deskbell.knowledge;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Conflict;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.store.PgArticles;
import deskbell.store.PgSynonyms;
import deskbell.store.TestDatabase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditionsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final ArticleKey KEY = new ArticleKey("returns", Language.EN);
  private static final Shipped FILES =
      Shipped.of(List.of(article("file")), Map.of(Language.EN, "parcel, package"));
  private static final EditionSettings NEVER_POLLS =
      new EditionSettings(Duration.ofHours(1), Duration.ofSeconds(20));
  private static final EditionSettings POLLS =
      new EditionSettings(Duration.ofMillis(50), Duration.ofSeconds(20));

  private final List<Node> nodes = new ArrayList<>();

  @BeforeEach
  void nothing_edited() {
    DATABASE.execute("TRUNCATE article_edit, article_revision, synonym_text");
  }

  @AfterEach
  void stop() {
    nodes.forEach(node -> node.editions.close());
    nodes.forEach(node -> await(node.vertx.close()));
  }

  @Test
  void the_first_edition_is_the_files_with_edits_over_them() {
    var node = node(NEVER_POLLS, edition -> {});
    await(node.articles.publish(article("edit"), Optional.of("seed"), 0, "Ada"));
    await(node.editions.start(FILES));
    var edition = node.editions.current();
    assertThat(edition.library().all()).containsExactly(article("edit"));
    assertThat(edition.synonyms(Language.EN).text()).isEqualTo("parcel, package");
    assertThat(edition.synonyms(Language.ZH)).isEqualTo(new Wording(Language.ZH, "", 0));
  }

  @Test
  void a_publication_completes_when_its_edition_was_handed_over() {
    BlockingQueue<Edition> read = new LinkedBlockingQueue<>();
    var node = started(NEVER_POLLS, read::add);
    read.clear();
    await(node.articles.saveDraft(article("new"), 0, "Ada"));
    var state = await(node.publishing.publish(KEY, 1, "Ada"));
    assertThat(state.version()).isEqualTo(2);
    assertThat(read).hasSize(1);
    assertThat(read.remove().library().find(KEY)).contains(article("new"));
  }

  @Test
  void removing_and_reverting_are_publications_too() {
    var node = started(NEVER_POLLS, edition -> {});
    await(node.publishing.remove(KEY, 0, "Ada"));
    assertThat(node.editions.current().library().all()).isEmpty();
    await(node.publishing.revert(KEY, 1, "Ada"));
    assertThat(node.editions.current().library().all()).containsExactly(article("file"));
  }

  @Test
  void an_article_without_a_draft_cannot_be_published() {
    var node = started(NEVER_POLLS, edition -> {});
    assertThatThrownBy(() -> await(node.publishing.publish(KEY, 0, "Ada")))
        .isInstanceOf(Conflict.class)
        .hasMessage("article en/returns has no draft");
  }

  @Test
  void another_node_follows() throws Exception {
    BlockingQueue<Edition> read = new LinkedBlockingQueue<>();
    started(POLLS, read::add);
    read.clear();
    var other = started(NEVER_POLLS, edition -> {});
    await(other.articles.saveDraft(article("from elsewhere"), 0, "Ada"));
    await(other.publishing.publish(KEY, 1, "Ada"));
    var followed = read.poll(10, TimeUnit.SECONDS);
    assertThat(followed).isNotNull();
    assertThat(followed.library().find(KEY)).contains(article("from elsewhere"));
  }

  @Test
  void a_reader_that_fails_is_given_the_edition_again() throws Exception {
    var broken = new Semaphore(0);
    BlockingQueue<Edition> read = new LinkedBlockingQueue<>();
    var node =
        started(
            POLLS,
            edition -> {
              if (broken.tryAcquire()) {
                throw new Unavailable("disk is full");
              }
              read.add(edition);
            });
    read.clear();
    await(node.articles.saveDraft(article("new"), 0, "Ada"));
    broken.release();
    assertThatThrownBy(() -> await(node.publishing.publish(KEY, 1, "Ada")))
        .isInstanceOf(Unavailable.class)
        .hasMessage("article en/returns is published, but not searched yet; it will be soon");
    var again = read.poll(10, TimeUnit.SECONDS);
    assertThat(again).isNotNull();
    assertThat(again.library().find(KEY)).contains(article("new"));
  }

  @Test
  void editions_come_one_at_a_time_off_the_event_loop_and_never_backwards() {
    var seen = new CopyOnWriteArrayList<Long>();
    var inside = new Semaphore(1);
    var broken = new CopyOnWriteArrayList<String>();
    var node =
        started(
            NEVER_POLLS,
            edition -> {
              if (!inside.tryAcquire() || Context.isOnEventLoopThread()) {
                broken.add("edition " + edition.publication());
              }
              seen.add(edition.publication());
              inside.release();
            });
    var publications = new ArrayList<Future<ArticleState>>();
    for (int i = 0; i < 20; i++) {
      publications.add(node.publishing.remove(new ArticleKey("a" + i, Language.EN), 0, "Ada"));
    }
    await(Future.all(publications));
    assertThat(broken).isEmpty();
    assertThat(seen).isSorted().doesNotHaveDuplicates();
    assertThat(seen.getLast()).isEqualTo(await(node.articles.publication()));
  }

  @Test
  void changed_files_are_handed_over_and_put_beside_edits_to_merge() {
    var node = started(NEVER_POLLS, edition -> {});
    await(node.articles.saveDraft(article("edit"), 0, "Ada"));
    await(node.publishing.publish(KEY, 1, "Ada"));
    var other = new ArticleKey("new", Language.EN);
    await(
        node.editions.load(
            Shipped.of(List.of(article("file, newer"), article(other, "x")), Map.of())));
    assertThat(node.editions.current().library().find(KEY)).contains(article("edit"));
    assertThat(node.editions.current().library().find(other)).contains(article(other, "x"));
    assertThat(await(node.articles.find(KEY)).merge()).contains(article("file, newer"));
  }

  @Test
  void saved_synonyms_are_in_force_and_broken_ones_are_refused() {
    var node = started(NEVER_POLLS, edition -> {});
    await(node.publishing.save(new Wording(Language.EN, "a, b", 0), "Ada"));
    assertThat(node.editions.current().synonyms(Language.EN))
        .isEqualTo(new Wording(Language.EN, "a, b", 1));
    assertThatThrownBy(
            () -> await(node.publishing.save(new Wording(Language.EN, "alone", 1), "Ada")))
        .isInstanceOf(Invalid.class)
        .hasMessage("line 1 has only one entry");
  }

  private Node started(EditionSettings settings, Consumer<Edition> reader) {
    var node = node(settings, reader);
    await(node.editions.start(FILES));
    return node;
  }

  private Node node(EditionSettings settings, Consumer<Edition> reader) {
    var node = new Node(settings, reader);
    nodes.add(node);
    return node;
  }

  private static void rule(Language language, String text) {
    if (!text.contains(",")) {
      throw new Invalid("line 1", "has only one entry");
    }
  }

  private static Article article(String answer) {
    return article(KEY, answer);
  }

  private static Article article(ArticleKey key, String answer) {
    return new Article(
        key, "Can I return it?", List.of(), Optional.empty(), List.of(), Optional.empty(), answer);
  }

  /** A server of its own on the same database. */
  private static final class Node {
    private final Vertx vertx = Vertx.vertx();
    private final PgArticles articles = new PgArticles(DATABASE.open(vertx));
    private final PgSynonyms synonyms = new PgSynonyms(DATABASE.open(vertx));
    private final Editions editions;
    private final Publishing publishing;

    Node(EditionSettings settings, Consumer<Edition> reader) {
      editions = new Editions(vertx, articles, synonyms, reader, settings);
      publishing = new Publishing(articles, synonyms, editions, EditionsTest::rule);
    }
  }
}
