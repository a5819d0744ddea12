package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.store.TestDatabase.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deskbell.Browser;
import deskbell.conversation.ConversationId;
import deskbell.store.PgSessions;
import deskbell.webchat.Deed;
import deskbell.webchat.Recorded;
import deskbell.webchat.Sessions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What shoppers think of their answers, where agents look. */
class JudgedPageTest extends ConsoleCase {
  /** The shopper judges, as their widget sends it. */
  private static void judge(ConversationId id, String clientId, Deed.Rate rate) {
    Sessions sessions = new PgSessions(database.open(server.vertx));
    var recorded = (Recorded.Done) await(sessions.record(id, clientId, rate));
    recorded.events().forEach(server.events::publish);
  }

  private static Deed.Rate answer(boolean helpful, String comment) {
    return new Deed.Rate(
        Optional.of(2L), Optional.of(helpful), Optional.empty(), Optional.of(comment));
  }

  private static Deed.Rate whole(int score, String comment) {
    return new Deed.Rate(
        Optional.empty(), Optional.empty(), Optional.of(score), Optional.of(comment));
  }

  @Test
  void what_the_shopper_thinks_is_shown_at_once_where_the_agent_looks() {
    var id = database.conversation();
    server.handOver(id, "c1", "My lamp flickers");
    try (var visitor = visit(Browser.person().speaking("en-GB"), "Mia", "#/desk/" + id)) {
      var page = visitor.page();
      assertThat(page.locator(".line")).hasCount(2);
      judge(id, "r1", answer(false, "Not about lamps"));
      assertThat(page.locator(".from-bot .rated.bad"))
          .containsText("The shopper: this did not help");
      assertThat(page.locator(".from-bot .rated blockquote")).hasText("Not about lamps");
      judge(id, "r2", answer(true, "Now it does"));
      assertThat(page.locator(".from-bot .rated")).containsText("The shopper: this helped");
      judge(id, "r3", whole(2, "Slow"));
      assertThat(page.locator(".line").last())
          .containsText("The shopper gave this conversation 2 out of 5");
      assertThat(page.locator(".line.whole blockquote")).hasText("Slow");
      database.execute("UPDATE conversation SET erased = true WHERE id = '" + id + "'");
      page.reload();
      assertThat(page.locator(".line")).hasCount(2);
      assertThat(page.locator(".rated")).hasCount(0);
    }
  }

  @Test
  void the_archive_shows_it_in_the_readers_words() {
    var id = database.conversation();
    server.handOver(id, "c1", "Where is the quagga lamp");
    judge(id, "r1", answer(false, ""));
    judge(id, "r2", whole(2, "Slow"));
    await(server.archive.takeIn(1_000));
    try (var visitor = visit(Browser.person().speaking("zh-CN"), "Mia", "#/archive")) {
      var page = visitor.page();
      page.locator("#archive-words").fill("quagga");
      assertThat(row(page)).hasCount(1);
      assertThat(row(page).locator(".tag.bad")).hasText("2 分");
      assertThat(row(page).locator(".thumbs.down")).containsText("认为没有帮助的回答：1 条");
      assertThat(row(page).locator(".thumbs.up")).hasCount(0);
      assertThat(page).hasURL(Pattern.compile("quagga"));
      page.reload();
      assertThat(page.locator("#archive-words")).hasValue("quagga");
      assertThat(row(page)).hasCount(1);
    }
  }

  private static Locator row(Page page) {
    return page.locator(".found li");
  }
}
