package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may sign in, in a real browser, against a server in memory. */
class PeoplePageTest {
  private final FakeDesk desk = new FakeDesk();
  private PageServer server;

  @BeforeEach
  void start() throws TimeoutException {
    server = new PageServer(desk::mount);
  }

  @AfterEach
  void stop() throws TimeoutException {
    server.close();
  }

  private Visitor admin() {
    return ConsolePages.at(server, "admin", "#/people");
  }

  /** The row of whoever has this name or tag. */
  private static Locator row(Page page, String name) {
    var who = page.locator(".who").getByText(name, new Locator.GetByTextOptions().setExact(true));
    return page.locator(".people-list li", new Page.LocatorOptions().setHas(who));
  }

  private static Locator within(Locator row, String name) {
    return row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  @Test
  void an_administrator_adds_somebody_whose_password_is_shown_once() {
    try (var admin = admin().expecting("400").expecting("409")) {
      var page = admin.page();
      assertThat(page.locator(".people-list li")).hasCount(3);
      button(page, "Add").click();
      assertThat(page.locator("#person-name-error")).hasText("Fill this in.");
      page.locator("#person-name").fill("-kim");
      button(page, "Add").click();
      assertThat(page.locator("#person-name-error"))
          .hasText(
              "Letters, digits, spaces, dots, hyphens, apostrophes or @; a letter or digit first.");
      page.locator("#person-name").fill("agent");
      button(page, "Add").click();
      assertThat(page.locator("#person-name-error"))
          .hasText("Somebody has this name already. Choose another.");
      page.locator("#person-name").fill("Kim");
      page.locator("#person-role").selectOption("editor");
      button(page, "Add").click();
      assertThat(page.locator("dialog h2")).hasText("Password of Kim");
      assertThat(page.locator("dialog .secret")).hasValue("kelp-orbit-mango-42");
      button(page, "Done").click();
      assertThat(row(page, "Kim").locator("select")).hasValue("editor");
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(desk.people()).contains("Kim editor");
    }
  }

  @Test
  void an_administrator_changes_a_role_and_shuts_somebody_out_and_in() {
    try (var admin = admin()) {
      var page = admin.page();
      row(page, "editor").locator("select").selectOption("agent");
      assertThat(notice(page)).hasText("editor has another role from now on.");
      assertThat(desk.people()).contains("editor agent");
      within(row(page, "editor"), "Disable").click();
      assertThat(row(page, "editor")).containsText("Can’t sign in");
      assertThat(desk.people()).contains("editor agent disabled");
      within(row(page, "editor"), "Enable").click();
      assertThat(row(page, "editor")).not().containsText("Can’t sign in");
      assertThat(desk.people()).contains("editor agent");
    }
  }

  @Test
  void an_administrator_gives_a_new_password_and_removes_somebody() {
    try (var admin = admin()) {
      var page = admin.page();
      within(row(page, "editor"), "New password").click();
      assertThat(page.locator("dialog"))
          .containsText("The old one stops working, and editor is signed out everywhere.");
      page.locator("dialog .primary").click();
      assertThat(page.locator("dialog .secret")).hasValue("kelp-orbit-mango-42");
      button(page, "Done").click();
      within(row(page, "editor"), "Remove").click();
      page.locator("dialog .primary").click();
      assertThat(notice(page)).hasText("editor has been removed.");
      assertThat(page.locator(".people-list li")).hasCount(2);
      assertThat(desk.people()).noneMatch(person -> person.startsWith("editor"));
    }
  }

  @Test
  void nobody_takes_their_own_rights_or_the_last_administrator_s() {
    try (var admin = admin().expecting("409")) {
      var page = admin.page();
      assertThat(row(page, "You").locator("select")).isDisabled();
      assertThat(within(row(page, "You"), "Remove")).hasCount(0);
      row(page, "editor").locator("select").selectOption("admin");
      until("there are two", () -> desk.people().contains("editor admin"));
      assertThat(notice(page)).hasText("editor has another role from now on.");
      desk.shut("admin");
      row(page, "editor").locator("select").selectOption("agent");
      assertThat(notice(page))
          .hasText("That is the last administrator who can sign in. Make somebody else one first.");
      assertThat(row(page, "editor").locator("select")).hasValue("admin");
    }
  }
}
