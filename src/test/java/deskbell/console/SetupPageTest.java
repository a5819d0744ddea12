package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.console.account.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting the desk up and looking back, in a real browser on a real server and database. */
class SetupPageTest extends ConsoleCase {
  @BeforeEach
  void nothing_set_up() {
    database.execute(
        """
        TRUNCATE canned_reply, audit, message_search;
        DELETE FROM department;
        UPDATE search_progress SET upto = '2000-01-01';
        UPDATE account SET languages = '{}', departments = '{}', capacity = NULL;
        """);
  }

  private static Visitor visit(String name, String route) {
    var visitor =
        Browser.person()
            .visit("http://localhost:" + server.port() + "/console/" + route)
            .expecting("401");
    ConsolePages.signIn(visitor.page(), name, DeskServer.PASSWORD);
    assertThat(visitor.page().locator(".bar .who")).hasText(name);
    return visitor;
  }

  @Test
  void an_administrator_writes_a_canned_reply_and_it_is_noted_who_did() {
    try (var anna = visit("Anna", "#/setup")) {
      var page = anna.page();
      var canned = page.getByLabel("Canned replies", exact()).first();
      canned.locator("> button").click();
      page.locator("#canned-shortcut").fill("hello");
      page.locator("#canned-en").fill("Hello, this is {agent}.");
      page.locator("dialog .primary").click();
      assertThat(canned.locator("li strong")).hasText("/hello");
      assertThat(page.locator(".audit li").first())
          .containsText("Anna changed the canned reply /hello");
      assertThat(database.text("SELECT text_en FROM canned_reply"))
          .isEqualTo("Hello, this is {agent}.");
    }
  }

  private static com.microsoft.playwright.Page.GetByLabelOptions exact() {
    return new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void a_department_and_whom_an_agent_is_for_are_set() {
    var anna = people.get(Role.ADMIN);
    var returns =
        new JsonObject()
            .put("en", "Returns")
            .put("zh", "退换货")
            .put("topics", new JsonArray().add("return-item"));
    assertThat(anna.put("/api/setup/departments/returns", returns).status()).isEqualTo(204);
    assertThat(anna.put("/api/setup/departments/Returns", returns).status()).isEqualTo(400);
    try (var visitor = visit("Anna", "#/setup")) {
      var page = visitor.page();
      var agents = page.getByLabel("Who is for whom", exact());
      agents.locator("li").filter(having("Mia")).locator("button").click();
      page.getByLabel("中文", exact()).check();
      page.getByLabel("Returns", exact()).check();
      page.locator("#agent-limit").fill("3");
      page.locator("dialog .primary").click();
      assertThat(agents.locator("li").filter(having("Mia")))
          .containsText("中文 · Returns · 3 at once");
    }
    assertThat(anna.delete("/api/setup/departments/returns").status()).isEqualTo(204);
    assertThat(anna.delete("/api/setup/departments/returns").status()).isEqualTo(404);
    assertThat(database.text("SELECT departments FROM account WHERE name = 'Mia'")).isEqualTo("{}");
  }

  private static com.microsoft.playwright.Locator.FilterOptions having(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }

  @Test
  void how_the_desk_works_is_changed_and_nonsense_is_refused() {
    var anna = people.get(Role.ADMIN);
    assertThat(anna.put("/api/setup/policy", new JsonObject().put("firstResponse", 60)).status())
        .isEqualTo(204);
    assertThat(mia.get("/api/desk").body().getInteger("firstResponse")).isEqualTo(60);
    var wrong = anna.put("/api/setup/policy", new JsonObject().put("capacity", 0));
    assertThat(wrong.message()).isEqualTo("capacity is 0; from 1 to 99");
    anna.put("/api/setup/policy", new JsonObject().put("firstResponse", 120));
    var changes = anna.get("/api/setup/audit").body().getJsonArray("changes");
    assertThat(changes).hasSize(2);
    assertThat(changes.getJsonObject(0).getString("action")).isEqualTo("PUT /api/setup/policy");
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
      page.locator(".found a").click();
      assertThat(page.locator(".reading .bubble").first()).hasText("我想退货，运费怎么算");
      assertThat(button(page, "Take this one")).isVisible();
    }
  }
}
