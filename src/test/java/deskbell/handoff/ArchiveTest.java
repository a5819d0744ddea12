package deskbell.handoff;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.handoff.Archive.Found;
import deskbell.handoff.Archive.Handled;
import deskbell.handoff.Archive.Judged;
import deskbell.handoff.Archive.Query;
import deskbell.store.PgArchive;
import deskbell.store.PgFigures;
import deskbell.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking back on a real database: words of both languages, filters, pages, a day's figures. */
class ArchiveTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();
  private static final Query ALL =
      new Query(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final int LIMIT = 20;

  private final PgArchive archive = new PgArchive(database.open(vertx));

  @AfterAll
  static void stop() {
    await(vertx.close());
  }

  @BeforeEach
  void nothing_yet() {
    database.execute("TRUNCATE conversation, message, message_search, ticket CASCADE");
  }

  @ParameterizedTest
  @CsvSource({
    "退货, zh",
    "货运, zh",
    "费, zh",
    "退货 运费, zh",
    "LL2048, en",
    "ＬＬ20481234, en",
    "Delivery, en",
    "deliv COST, en",
    "café, en",
    "deliveries, en",
    "costed, en",
    "costing, en"
  })
  void two_characters_one_character_and_the_beginning_of_a_word_are_enough(
      String words, String language) {
    said("zh", "我想问一下退货运费怎么算");
    said("en", "How much does delivery of LL20481234 to the Café cost?");
    await(archive.takeIn(100));
    assertThat(find(words)).extracting(Found::language).containsExactly(Language.parse(language));
  }

  @ParameterizedTest
  @CsvSource({"货退", "退款", "delivery退货", "ivery", "2048", "'!? 。'"})
  void what_nobody_said_is_not_found(String words) {
    said("zh", "我想问一下退货运费怎么算");
    said("en", "How much does delivery of LL20481234 cost?");
    await(archive.takeIn(100));
    assertThat(find(words)).isEmpty();
  }

  @Test
  void a_conversation_is_found_once_with_its_newest_words() {
    var id = said("en", "parcel one");
    says(id, 2, "bot", "Your parcel is on its way");
    says(id, 3, "system", "parcel of the system");
    await(archive.takeIn(100));
    assertThat(find("parcel"))
        .singleElement()
        .extracting(Found::text)
        .isEqualTo("Your parcel is on its way");
  }

  @Test
  void a_conversation_that_was_found_on_one_page_is_not_on_the_next() {
    var older = said("en", "parcel");
    var newer = said("en", "parcel first");
    says(newer, 2, "shopper", "parcel again");
    await(archive.takeIn(100));
    var words = with(Optional.of("parcels"), Optional.empty(), Optional.empty());
    var page = await(archive.search(words, 1)).getFirst();
    assertThat(page.conversation()).isEqualTo(newer);
    var next =
        new Query(
            words.words(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(page.at()),
            Optional.of(Instant.now()));
    assertThat(ids(next)).containsExactly(older);
  }

  @Test
  void what_is_erased_is_not_found_although_it_was_just_taken_in() {
    var id = said("en", "my secret");
    await(archive.takeIn(100));
    database.execute("SELECT erase_conversation('" + id + "')");
    assertThat(find("secret")).isEmpty();
    assertThat(database.text("SELECT count(*) FROM message_search")).isEqualTo("0");
    database.execute(
        """
        INSERT INTO message_search
        SELECT conversation, seq, at, search_terms('my secret') FROM message
        """);
    await(archive.takeIn(100));
    assertThat(database.text("SELECT count(*) FROM message_search")).isEqualTo("0");
  }

  @Test
  void messages_are_taken_in_bit_by_bit_and_each_once() {
    for (int i = 0; i < 5; i++) {
      said("en", "lamp " + i);
    }
    assertThat(await(archive.takeIn(3))).isEqualTo(3);
    assertThat(await(archive.takeIn(3))).isEqualTo(2);
    assertThat(await(archive.takeIn(3))).isZero();
    assertThat(find("lamp")).hasSize(5);
  }

  @Test
  void what_was_said_long_before_and_after_a_silence_is_taken_in() {
    for (var ago : List.of("3 days", "2 days", "1 second")) {
      var id = said("en", "lamp " + ago);
      database.execute(
          "UPDATE message SET at = now() - interval '"
              + ago
              + "' WHERE conversation = '"
              + id
              + "'");
    }
    database.execute("UPDATE search_progress SET upto = now() - interval '10 days'");
    assertThat(await(archive.takeIn(2))).isEqualTo(2);
    assertThat(await(archive.takeIn(2))).isOne();
    assertThat(await(archive.takeIn(2))).isZero();
    assertThat(find("lamp")).hasSize(3);
  }

  @Test
  void filters_narrow_and_pages_go_on_where_they_ended() {
    var bot = said("en", "lamp");
    var person = said("zh", "lamp 台灯");
    database.execute(
        """
        INSERT INTO ticket (conversation, reason, summary, language, agent)
        VALUES ('%s', 'asked', '{}', 'zh', 'Mia');
        INSERT INTO rating (conversation, score) VALUES ('%1$s', 1);
        INSERT INTO rating (conversation, seq, helpful) VALUES ('%2$s', 1, true);
        """
            .formatted(person, bot));
    await(archive.takeIn(100));
    assertThat(ids(ALL)).containsExactly(person, bot);
    var words = Optional.of("lamp");
    for (var query : List.of(ALL, with(words, Optional.empty(), Optional.empty()))) {
      assertThat(ids(query)).containsExactly(person, bot);
    }
    assertThat(ids(with(words, Optional.of(Handled.PERSON), Optional.empty())))
        .containsExactly(person);
    assertThat(ids(with(Optional.empty(), Optional.of(Handled.BOT), Optional.empty())))
        .containsExactly(bot);
    assertThat(ids(with(words, Optional.empty(), Optional.of(Judged.BAD)))).containsExactly(person);
    assertThat(ids(with(words, Optional.empty(), Optional.of(Judged.GOOD)))).containsExactly(bot);
    var first = await(archive.search(ALL, 1)).getFirst();
    assertThat(first.agent()).contains("Mia");
    var next =
        new Query(
            words,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(first.at()));
    assertThat(ids(next)).containsExactly(bot);
  }

  @Test
  void a_days_figures_count_what_began_on_it() {
    said("en", "one");
    var handed = said("en", "two");
    database.execute(
        """
        INSERT INTO ticket (
          conversation, state, reason, summary, language, created_at, queued_at, claimed_at,
          replied_at, ended_at, outcome)
        VALUES ('%s', 'closed', 'asked', '{}', 'en', now(), now(), now() + interval '40 s',
          now() + interval '50 s', now(), 'solved');
        INSERT INTO rating (conversation, score) VALUES ('%1$s', 4);
        INSERT INTO rating (conversation, seq, helpful) VALUES ('%1$s', 1, false);
        """
            .formatted(handed));
    var zone = ZoneId.of("Asia/Shanghai");
    var today = LocalDate.ofInstant(Instant.now(), zone);
    var figures = await(new PgFigures(database.open(vertx)).of(today, zone));
    assertThat(figures.get("total"))
        .isEqualTo(Map.of("conversations", 2.0, "bot", 1.0, "person", 1.0));
    assertThat(figures.get("wait")).isEqualTo(Map.of("median", 40.0, "most", 40.0, "answer", 50.0));
    assertThat(figures.get("score")).isEqualTo(Map.of("4", 1.0));
    assertThat(figures.get("helpful")).isEqualTo(Map.of("false", 1.0));
    assertThat(figures.get("outcome")).isEqualTo(Map.of("solved", 1.0));
    assertThat(figures.get("reason")).isEqualTo(Map.of("asked", 1.0));
    assertThat(figures.get("hour").values()).containsExactly(2.0);
    var before = await(new PgFigures(database.open(vertx)).of(today.minusDays(1), zone));
    assertThat(before.get("total"))
        .isEqualTo(Map.of("conversations", 0.0, "bot", 0.0, "person", 0.0));
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-11-22, 18",
    "Asia/Shanghai, 2026-11-23, 2",
    "GMT+08:00, 2026-11-23, 2",
    "+08:00, 2026-11-23, 2",
    "Asia/Kolkata, 2026-11-23, 0",
    "Asia/Kathmandu, 2026-11-23, 0",
    "America/New_York, 2026-11-22, 13"
  })
  void a_day_and_its_hours_are_those_of_the_shops_clock(String zone, String day, String hour) {
    said("en", "one");
    said("en", "two");
    database.execute("UPDATE conversation SET created_at = '2026-11-22T18:40:00Z'");
    var figures =
        await(new PgFigures(database.open(vertx)).of(LocalDate.parse(day), ZoneId.of(zone)));
    assertThat(figures.get("hour")).isEqualTo(Map.of(hour, 2.0));
  }

  private List<Found> find(String words) {
    return await(
        archive.search(with(Optional.of(words), Optional.empty(), Optional.empty()), LIMIT));
  }

  private List<ConversationId> ids(Query query) {
    return await(archive.search(query, LIMIT)).stream().map(Found::conversation).toList();
  }

  private static Query with(
      Optional<String> words, Optional<Handled> handled, Optional<Judged> judged) {
    return new Query(words, Optional.empty(), handled, judged, Optional.empty(), Optional.empty());
  }

  private static ConversationId said(String language, String text) {
    var id = database.conversation();
    database.execute(
        "UPDATE conversation SET locale = '%s' WHERE id = '%s'".formatted(language, id));
    says(id, 1, "shopper", text);
    return id;
  }

  private static void says(ConversationId id, int seq, String sender, String text) {
    database.execute(
        """
        INSERT INTO message (conversation, seq, sender, text) VALUES ('%s', %d, '%s', '%s');
        UPDATE conversation SET seq = %2$d WHERE id = '%1$s';
        """
            .formatted(id, seq, sender, text));
  }
}
