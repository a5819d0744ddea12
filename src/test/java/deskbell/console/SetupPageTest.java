package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import deskbell.Axe;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.console.account.Role;
import deskbell.handoff.Hours;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting the desk up and looking back, in a real browser on a real server and database. */
class SetupPageTest extends ConsoleCase {
  private static final String OVERFLOWS =
      """
      () => [document.querySelector('main'), document.documentElement]
        .some(({ scrollWidth }) => scrollWidth > innerWidth)\
      """;

  @BeforeEach
  void nothing_set_up() {
    database.execute(
        """
        TRUNCATE canned_reply, audit, message_search;
        DELETE FROM department;
        UPDATE search_progress SET upto = '2000-01-01';
        UPDATE account SET languages = '{}', departments = '{}', capacity = NULL;
        UPDATE desk_policy SET capacity = 6;
        """);
    await(server.setup.hours(Optional.empty(), Optional.empty()));
    await(server.setup.origins(Optional.empty(), Optional.empty()));
  }

  private static Visitor visit(String name, String route) {
    return visit(Browser.person(), name, route);
  }

  private static Visitor visit(Browser.Person person, String name, String route) {
    var visitor =
        person
            .visit("http://localhost:" + server.port() + "/console/" + route)
            .expectingSignedOut();
    ConsolePages.signIn(visitor.page(), name, DeskServer.PASSWORD);
    assertThat(visitor.page().locator(".bar .who")).hasText(name);
    return visitor;
  }

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
  void a_reply_that_somebody_else_changed_meanwhile_is_shown_and_the_writer_chooses() {
    var admin = people.get(Role.ADMIN);
    var path = "/api/setup/canned/hello";
    admin.put(path, words("Hello.", "您好。"));
    try (var anna = visit("Anna", "#/setup").expecting("409")) {
      var page = anna.page();
      button(page, "Edit: /hello").click();
      page.locator("#canned-en").fill("Good morning.");
      admin.put(path, words("Welcome.", "您好。"));
      page.locator("dialog .primary").click();
      var late = page.locator("dialog .banner");
      assertThat(late.locator("dt")).hasText("English");
      assertThat(late.locator("dd")).hasText("Welcome.");
      assertThat(page.locator("#canned-en")).hasValue("Good morning.");
      assertThat(Axe.breaches(page, "dialog")).isEmpty();
      admin.put(path, words("Welcome back.", "您好。"));
      button(page, "Keep mine").click();
      assertThat(late.locator("dd")).hasText("Welcome back.");
      button(page, "Take theirs").click();
      assertThat(page.locator("#canned-en")).hasValue("Welcome back.");
      assertThat(late).isHidden();
      page.locator("#canned-en").fill("Welcome again.");
      admin.delete(path);
      page.locator("dialog .primary").click();
      assertThat(late).containsText("Somebody else removed this meanwhile.");
      page.locator("dialog .primary").click();
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(page.locator("#setup-canned .row-text")).hasText("Welcome again.");
      admin.put(path, words("Changed.", ""));
      button(page, "Remove: /hello").click();
      page.locator("dialog .primary").click();
      assertThat(page.locator("#setup-canned .row-text")).hasText("Changed.");
    }
  }

  @Test
  void whom_an_agent_is_for_is_not_changed_over_what_somebody_else_saved() {
    var admin = people.get(Role.ADMIN);
    admin.put("/api/setup/departments/sales", words("Sales", "售前"));
    try (var anna = visit("Anna", "#/setup").expecting("409")) {
      var page = anna.page();
      button(page, "Edit: Mia").click();
      page.getByLabel("中文", exact()).check();
      var theirs =
          new JsonObject()
              .put("languages", new JsonArray())
              .put("departments", new JsonArray().add("sales"))
              .put("capacity", 2);
      assertThat(admin.put("/api/setup/agents/Mia", theirs).status()).isEqualTo(204);
      page.locator("dialog .primary").click();
      var late = page.locator("dialog .banner");
      assertThat(late.locator("dd")).hasText(new String[] {"Any language", "Sales", "2"});
      assertThat(Axe.breaches(page, "dialog")).isEmpty();
      button(page, "Take theirs").click();
      assertThat(page.getByLabel("Sales", exact())).isChecked();
      assertThat(page.locator("#agent-limit")).hasValue("2");
      page.locator("#agent-limit").fill("");
      page.locator("dialog .primary").click();
      assertThat(page.locator("#setup-agents li").filter(having("Mia")))
          .containsText("Any language · Sales · 6 at once");
    }
    assertThat(database.text("SELECT capacity FROM account WHERE name = 'Mia'")).isNull();
  }

  private static JsonObject words(String english, String chinese) {
    return new JsonObject().put("en", english).put("zh", chinese);
  }

  @Test
  void a_name_that_is_taken_is_not_written_over_unseen() {
    var admin = people.get(Role.ADMIN);
    try (var anna = visit("Anna", "#/setup").expecting("409")) {
      var page = anna.page();
      page.locator("#setup-departments > button").click();
      admin.put("/api/setup/departments/sales", words("Sales", "售前"));
      page.locator("#department-id").fill("sales");
      page.locator("#department-en").fill("Shop");
      page.locator("#department-zh").fill("售前");
      page.locator("dialog .primary").click();
      var late = page.locator("dialog .banner");
      assertThat(late).containsText("This name is taken.");
      assertThat(late.locator("dd")).hasText("Sales");
      button(page, "Keep mine").click();
      assertThat(page.locator("#setup-departments strong")).hasText("Shop");
    }
  }

  @Test
  void rules_and_sites_that_somebody_else_changed_meanwhile_are_shown_and_nothing_is_lost() {
    var admin = people.get(Role.ADMIN);
    admin.put("/api/setup/policy", new JsonObject().put("capacity", 5).put("assigns", false));
    try (var anna = visit("Anna", "#/setup").expecting("409")) {
      var page = anna.page();
      assertThat(page.locator("#set-capacity")).hasValue("5");
      page.locator("#set-capacity").fill("7");
      admin.put("/api/setup/policy", new JsonObject().put("capacity", 9).put("assigns", true));
      page.locator("#setup-canned > button").click();
      page.locator("#canned-shortcut").fill("bye");
      page.locator("#canned-en").fill("Goodbye.");
      page.locator("dialog .primary").click();
      assertThat(page.locator("#setup-canned strong")).hasText("/bye");
      assertThat(page.locator("#set-capacity")).hasValue("7");
      button(page.locator(".rules"), "Save").click();
      var rules = page.locator(".rules .banner");
      assertThat(rules.locator("dd")).hasText(new String[] {"9", "Yes"});
      button(rules, "Keep mine").click();
      assertThat(rules).isHidden();
      assertThat(page.locator(".audit li").first()).containsText("changed how the desk works");
      server.setup.origins(Optional.of(List.of("https://theirs.example")), Optional.empty());
      page.locator("#site-address").fill("https://mine.example");
      page.locator("#site-address").press("Enter");
      var sites = page.locator(".sites .banner");
      assertThat(sites.locator("dd"))
          .hasText(new String[] {"https://theirs.example", "https://shop.example"});
      assertThat(page.locator(".sites .set-list strong").last()).hasText("https://theirs.example");
      assertThat(page.locator("#site-address")).hasValue("https://mine.example");
      assertThat(Axe.breaches(page)).isEmpty();
      button(sites, "Keep mine").click();
      assertThat(page.locator(".sites .set-list strong").last()).hasText("https://mine.example");
      assertThat(page.locator("#site-address")).hasValue("");
    }
    assertThat(server.setup.origins())
        .containsExactly("https://theirs.example", "https://mine.example");
    var rules = mia.get("/api/desk").body();
    assertThat(rules.getInteger("capacity")).isEqualTo(7);
    assertThat(rules.getBoolean("assigns")).isFalse();
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
  void what_is_entered_and_not_saved_is_still_there_after_another_room() {
    try (var anna = visit("Anna", "#/setup")) {
      var page = anna.page();
      page.getByLabel("By the week", exact()).check();
      page.locator(".day").first().locator("input").first().fill("07:45");
      page.locator("[data-room=people]").click();
      assertThat(page.locator("h1")).hasText("People");
      page.locator("[data-room=setup]").click();
      assertThat(page.locator(".day").first().locator("input").first()).hasValue("07:45");
      assertThat(page.locator(".hours .saving .hint")).hasText("Not saved yet.");
      button(page, "中文").click();
      assertThat(page.locator("dialog")).containsText("Leave without saving?");
      button(page, "Cancel").click();
      assertThat(page.locator(".day").first().locator("input").first()).hasValue("07:45");
      button(page, "Save").first().click();
      assertThat(page.locator(".hours .saving .hint")).isEmpty();
      assertThat(page.locator(".audit li").first())
          .containsText("Mon 07:45–18:00; Tue–Fri 09:00–18:00");
      button(page, "中文").click();
      assertThat(page.locator(".audit li").first())
          .containsText("周一 07:45–18:00；周二–周五 09:00–18:00");
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
