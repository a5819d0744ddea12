package deskbell.store;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.handoff.Archive;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrowdTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void stop() {
    await(VERTX.close());
  }

  @Test
  void what_a_crowd_said_is_found_and_what_it_left_is_listed() {
    var open = database.open(VERTX);
    var crowd = new Crowd(open);
    await(crowd.articles(3));
    await(crowd.conversations(1, 20));
    assertThat(found(open, "question 17")).isEmpty();
    assertThat(found(open, "第 17 个问题")).hasSize(1);
    assertThat(found(open, "question 16")).hasSize(1);
    assertThat(found(open, "delivery")).isNotEmpty();
    assertThat(await(new PgTickets(open).open(100))).hasSize(2);
    assertThat(await(new PgArticles(open).list())).hasSize(3 * Language.values().length);
  }

  @Test
  void what_is_looked_for_is_taken_apart_once_and_not_for_every_message() {
    var open = database.open(VERTX);
    await(new Crowd(open).conversations(1_001, 2_000));
    for (var i = 0; i < 6; i++) {
      // PostgreSQL may plan for any words from the sixth time on
      assertThat(found(open, "delivery")).hasSize(50);
    }
    var begun = System.nanoTime();
    found(open, "delivery");
    var searched = System.nanoTime();
    database.text("SELECT count(search_query(text)) FROM message");
    var takenApart = System.nanoTime();
    assertThat(searched - begun).isLessThan(takenApart - searched);
  }

  private static java.util.List<Archive.Found> found(Database open, String words) {
    var none = Optional.<String>empty();
    return await(
        new PgArchive(open)
            .search(
                new Archive.Query(
                    Optional.of(words),
                    none.map(Language::parse),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                50));
  }
}
