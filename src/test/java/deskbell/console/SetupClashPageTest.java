package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.Axe;
import deskbell.console.account.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two administrators at once, and what is entered and not saved. */
class SetupClashPageTest extends SetupCase {
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
}
