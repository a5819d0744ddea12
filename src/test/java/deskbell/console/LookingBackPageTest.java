package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.Axe;
import org.junit.jupiter.api.Test;

/** Looking back: conversations, the day's figures, and who changed what. */
class LookingBackPageTest extends SetupCase {
  @Test
  void a_desk_without_conversations_has_no_busiest_hour_and_no_share() {
    database.execute("UPDATE conversation SET erased = true, created_at = '2000-01-01'");
    try (var visitor = visit("Mia", "#/archive")) {
      var tiles = visitor.page().locator(".tile");
      assertThat(tiles.nth(0).locator(".figure")).hasText("0");
      assertThat(tiles.nth(0).locator(".hint")).isEmpty();
      assertThat(tiles.nth(1).locator(".figure")).hasText("–");
      assertThat(visitor.page().locator(".archive .hint[role=status]").last())
          .hasText("There are no conversations yet.");
    }
  }

  @Test
  void an_agent_looks_back_with_two_characters_and_sees_the_days_figures() {
    var id = database.conversation();
    server.handOver(id, "c1", "我想退货，运费怎么算");
    await(server.archive.takeIn(1_000));
    try (var visitor = visit("Mia", "#/archive")) {
      var page = visitor.page();
      assertThat(page.locator(".tile").first()).containsText("Conversations");
      page.locator("#archive-words").fill("退货");
      assertThat(page.locator(".found li")).hasCount(1);
      assertThat(page.locator(".found mark")).hasText("退货");
      page.locator("#archive-words").fill("退款");
      assertThat(page.locator(".archive .hint[role=status]").last())
          .hasText("Nothing found. Try fewer words or other filters.");
      page.locator("#archive-words").fill("运费");
      page.locator(".filters select").nth(1).selectOption("person");
      page.locator(".found a").click();
      assertThat(page.locator(".reading .bubble").first()).hasText("我想退货，运费怎么算");
      assertThat(button(page, "Take this one")).isVisible();
      page.goBack();
      assertThat(page.locator("#archive-words")).hasValue("运费");
      assertThat(page.locator(".filters select").nth(1)).hasValue("person");
      assertThat(page.locator(".found li")).hasCount(1);
    }
  }

  @Test
  void changes_are_looked_for_by_kind_and_words() {
    try (var anna = visit("Anna", "#/setup/audit")) {
      var page = anna.page();
      database.execute(
          """
          INSERT INTO audit (account, action, subject, details) VALUES
            ('Anna', 'PUT /api/users/:name', 'Ben', '{"disabled": true}'),
            ('', 'POST /api/users', 'Cleo', '{"role": "editor"}'),
            ('Anna', 'PUT /api/setup/policy', '', '{"firstResponse": 300, "assigns": true}')
          """);
      page.reload();
      var rows = page.locator(".audit li");
      assertThat(rows).hasCount(3);
      assertThat(rows.nth(0)).containsText("First answer within (minutes): 5 · Give whoever waits");
      assertThat(rows.nth(1)).containsText("The operator (command line) added Cleo");
      assertThat(rows.nth(1)).containsText("Role: Editor");
      assertThat(rows.nth(2)).containsText("Anna disabled Ben");
      page.locator(".audit-filters select").selectOption("people");
      assertThat(rows).hasCount(2);
      page.locator(".audit-filters input").fill("ben");
      assertThat(rows).hasCount(1);
      page.locator(".audit-filters input").fill("nobody of this name");
      assertThat(rows).hasText("No such change is noted.");
      assertThat(Axe.breaches(page)).isEmpty();
    }
  }
}
