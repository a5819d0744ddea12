package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import deskbell.Axe;
import deskbell.Browser;
import deskbell.console.account.Role;
import deskbell.handoff.Hours;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Setting the desk up. */
class SetupPageTest extends SetupCase {
  private static final String OVERFLOWS =
      """
      () => [document.querySelector('main'), document.documentElement]
        .some(({ scrollWidth }) => scrollWidth > innerWidth)\
      """;

  @Test
  void the_list_of_parts_stays_under_the_pointer() {
    try (var anna = visit("Anna", "#/setup")) {
      var page = anna.page();
      for (var part : List.of("sites", "canned", "audit", "hours")) {
        var link = page.locator("[href='#/setup/" + part + "']");
        link.click();
        assertThat(page.locator("#setup-" + part + " h2")).isFocused();
        assertThat((Boolean) link.evaluate("it => it.matches(':hover')")).as(part).isTrue();
      }
    }
  }

  @Test
  void a_telephone_shows_every_room_at_once() {
    try (var anna = visit(Browser.person().onPhone(), "Anna", "#/setup")) {
      for (var room : anna.page().locator(".bar nav a").all()) {
        assertThat(room).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
      }
    }
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
          .containsText("Anna added the canned reply /hello");
      assertThat(database.text("SELECT text_en FROM canned_reply"))
          .isEqualTo("Hello, this is {agent}.");
    }
  }

  @Test
  void hours_are_written_for_a_week_and_what_is_wrong_with_them_stands_at_its_place() {
    try (var anna = visit("Anna", "#/setup")) {
      var page = anna.expecting("409").page();
      assertThat(page.locator(".hours-state")).containsText("Open now.");
      page.getByLabel("By the week", exact()).check();
      var monday = page.locator(".day").first();
      button(page, "Add hours on Monday").click();
      assertThat(monday.locator(".span")).hasCount(2);
      monday.locator("input").nth(2).fill("17:00");
      button(page, "Save").first().click();
      assertThat(monday.locator(".error").last())
          .hasText("Give both times, or remove these hours.");
      assertThat(monday.locator("input").nth(2)).isFocused();
      monday.locator("input").nth(3).fill("16:00");
      assertThat(monday.locator(".error").last()).containsText("They end before they begin.");
      monday.locator("input").nth(3).fill("00:00");
      assertThat(monday.locator(".error").last())
          .hasText("They overlap with other hours of this day.");
      assertThat(Axe.breaches(page)).isEmpty();
      monday.locator("input").nth(1).fill("12:30");
      assertThat(monday.locator(".error").last()).isEmpty();
      page.locator("#hours-day-off").fill("2999-12-25");
      page.locator(".adding-day button").click();
      page.locator("#hours-zone").selectOption("Asia/Shanghai");
      await(server.setup.hours(Optional.of(Hours.ALWAYS), Optional.empty()));
      button(page, "Save").first().click();
      var late = page.locator(".hours .banner");
      assertThat(late).containsText("Somebody else saved something else here meanwhile.");
      assertThat(late.locator("dt").first()).hasText("Opening hours");
      assertThat(late.locator("dd").first()).hasText("Day and night");
      assertThat(Axe.breaches(page)).isEmpty();
      assertThat(page.locator("#hours-zone")).hasValue("Asia/Shanghai");
      button(page, "Keep mine").click();
      assertThat(page.locator(".audit li").first()).containsText("Anna changed the opening hours");
      assertThat(page.locator(".hours .saving .hint")).isEmpty();
      page.reload();
      assertThat(page.locator(".chips li")).containsText("25 December 2999");
      assertThat(page.locator("#hours-zone")).hasValue("Asia/Shanghai");
    }
    assertThat(server.setup.hours().text())
        .startsWith("Mon 09:00-12:30, Mon 17:00-00:00, Tue 09:00-18:00")
        .endsWith("Fri 09:00-18:00");
  }

  @Test
  void a_site_is_added_by_the_address_of_any_of_its_pages() {
    try (var anna = visit("Anna", "#/setup/sites")) {
      var page = anna.page();
      var sites = page.locator(".sites .set-list strong");
      assertThat(sites).hasCount(2);
      page.locator("#site-address").fill("new.example");
      page.locator("#site-address").press("Enter");
      assertThat(page.locator("#site-address-error")).containsText("begins with https://");
      page.locator("#site-address").fill("https://New.example/lamps?colour=red");
      page.locator("#site-address").press("Enter");
      assertThat(sites).hasCount(3);
      assertThat(sites.last()).hasText("https://new.example");
      button(page, "Remove: https://shop.example").click();
      page.locator("dialog .primary").click();
      assertThat(sites).hasCount(2);
      assertThat(page.locator(".audit li").first())
          .containsText("changed the sites with the chat: -https://shop.example");
    }
    assertThat(server.setup.origins()).containsExactly("https://new.example");
  }

  @Test
  void what_a_dialog_cannot_save_stays_in_it_and_says_why() {
    try (var anna = visit("Anna", "#/setup").expecting("400")) {
      var page = anna.page();
      page.locator("#setup-canned > button").click();
      page.locator("dialog .primary").click();
      assertThat(page.locator("#canned-shortcut-error")).hasText("Fill this in.");
      page.locator("#canned-shortcut").fill("two words");
      page.locator("#canned-zh").fill("您好");
      page.locator("dialog .primary").click();
      assertThat(page.locator("#canned-shortcut-error"))
          .hasText("Letters, digits and single hyphens only.");
      assertThat(Axe.breaches(page, "dialog")).isEmpty();
      page.locator("#canned-shortcut").fill("two-words");
      page.locator("dialog .primary").click();
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(page.locator("#setup-canned strong")).hasText("/two-words");
    }
  }

  @Test
  void nobody_is_shut_out_of_any_room_of_the_set_up_in_either_language_by_day_or_night() {
    database.execute("INSERT INTO canned_reply VALUES ('long', repeat('word ', 50), '')");
    for (var language : List.of("en-GB", "zh-CN")) {
      var weekly = language.equals("zh-CN") ? "按周安排" : "By the week";
      for (var person :
          List.of(Browser.person(), Browser.person().onPhone(), Browser.person().atNight())) {
        try (var anna = visit(person.speaking(language), "Anna", "#/setup")) {
          var page = anna.page();
          for (var room : List.of("setup", "people", "programs")) {
            page.locator("[data-room=" + room + "]").click();
            assertThat(page.locator("main h1, main h2").first()).isVisible();
            if (room.equals("setup")) {
              page.getByLabel(weekly, exact()).check();
              assertThat(page.locator(".audit li").first()).isVisible();
            }
            assertThat(Axe.breaches(page)).as(room + " " + language + " " + person).isEmpty();
            assertThat((Boolean) page.evaluate(OVERFLOWS)).as(room + " is too wide").isFalse();
          }
        }
      }
    }
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
  void somebody_signed_in_chooses_another_password() {
    server.signedIn("Rosa", Role.AGENT);
    try (var rosa = visit("Rosa", "").expecting("400")) {
      var page = rosa.page();
      page.locator(".bar .who").click();
      page.locator("#own-current").fill("incorrect horse");
      page.locator("#own-password").fill("short");
      button(page, "Save").click();
      assertThat(page.locator("#own-password-error")).hasText("At least 12 characters.");
      page.locator("#own-password").fill("a lantern in the lane");
      button(page, "Save").click();
      assertThat(page.locator("#own-current-error")).hasText("That is not your password.");
      assertThat(Axe.breaches(page)).isEmpty();
      page.locator("#own-current").fill(DeskServer.PASSWORD);
      button(page, "Save").click();
      assertThat(ConsolePages.notice(page)).hasText("Your password has been changed.");
      page.reload();
      assertThat(page.locator(".bar .who")).hasText("Rosa");
    }
  }

  @Test
  void the_part_that_an_address_names_is_in_view_once_all_is_read() {
    try (var anna = visit("Anna", "")) {
      var page = anna.page();
      database.execute(
          "INSERT INTO canned_reply (shortcut, text_en, text_zh)"
              + " SELECT 'reply-' || n, 'Hello', '' FROM generate_series(1, 20) AS n");
      page.navigate(page.url().replaceFirst("#.*|$", "#/setup/departments"));
      page.reload();
      assertThat(page.locator("#setup-canned li")).hasCount(20);
      assertThat(page.locator("#setup-departments h2")).isInViewport();
      database.execute("DELETE FROM canned_reply");
    }
  }
}
