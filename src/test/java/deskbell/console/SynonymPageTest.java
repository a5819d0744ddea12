package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static deskbell.console.ConsolePages.signIn;

import com.microsoft.playwright.Page;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Editing synonyms in a real browser, against a server in memory. */
class SynonymPageTest {
  private static final FakeDesk DESK = new FakeDesk();
  private static PageServer server;

  @BeforeAll
  static void start() throws TimeoutException {
    server = new PageServer(DESK::mount);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  private static Visitor editor() {
    var editor = ConsolePages.at(server, "editor", "#/synonyms");
    assertThat(editor.page().locator("#synonyms-en")).not().hasValue("");
    return editor;
  }

  private static void save(Page page) {
    button(page, "Save").first().click();
  }

  @Test
  void what_is_not_saved_survives_a_reload_and_a_lost_session() {
    try (var editor = editor()) {
      var page = editor.page();
      var shipped = page.locator("#synonyms-en").inputValue();
      page.locator("#synonyms-en").fill("lamp, light");
      page.reload();
      assertThat(page.locator("#synonyms-en")).hasValue("lamp, light");
      assertThat(page.locator(".banner").first())
          .containsText("Your unsaved changes from last time are back.");
      button(page, "Undo my changes").click();
      assertThat(page.locator("#synonyms-en")).hasValue(shipped);

      page.locator("#synonyms-en").fill("lamp, lantern");
      DESK.expire();
      save(page);
      signIn(page, "editor", "secret");
      assertThat(notice(page)).hasText("Saved. The search uses it from now on.");
      page.reload();
      assertThat(page.locator("#synonyms-en")).hasValue("lamp, lantern");
      assertThat(page.locator(".banner").first()).isHidden();
    }
  }

  @Test
  void nothing_is_written_over_synonyms_that_could_not_be_read() {
    try (var editor = ConsolePages.at(server, "editor", "#/usage")) {
      var page = editor.expecting("ERR_INTERNET_DISCONNECTED").page();
      assertThat(page.locator(".use-table tbody tr").first()).isVisible();
      editor.offline(true);
      page.locator("[data-room=synonyms]").click();
      var banner = page.locator(".banner").first();
      assertThat(banner).containsText("The server can’t be reached.");
      assertThat(page.locator("#synonyms-en")).isDisabled();
      assertThat(button(page, "Save").first()).isDisabled();
      editor.offline(false);
      button(page, "Try again").first().click();
      assertThat(page.locator("#synonyms-en")).isEnabled();
      assertThat(page.locator("#synonyms-en")).not().hasValue("");
      assertThat(banner).isHidden();
    }
  }

  @Test
  void two_editors_see_what_the_other_wrote_before_either_is_lost() {
    try (var first = editor();
        var second = editor().expecting("409")) {
      first.page().locator("#synonyms-en").fill("sofa, couch");
      second.page().locator("#synonyms-en").fill("sofa, settee");
      save(first.page());
      assertThat(notice(first.page())).isVisible();
      save(second.page());
      var banner = second.page().locator(".banner").first();
      assertThat(banner).containsText("Somebody else saved these synonyms meanwhile.");
      banner.locator("summary").click();
      assertThat(banner.locator("del")).hasText("couch");
      assertThat(banner.locator("ins")).hasText("settee");
      assertThat(second.page().locator("#synonyms-en")).hasValue("sofa, settee");
      button(second.page(), "Keep mine").click();
      assertThat(notice(second.page())).hasText("Saved. The search uses it from now on.");
      first.page().reload();
      assertThat(first.page().locator("#synonyms-en")).hasValue("sofa, settee");
    }
  }
}
