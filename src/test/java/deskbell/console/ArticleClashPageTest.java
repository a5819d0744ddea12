package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static deskbell.console.ConsolePages.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An article that others change meanwhile: a colleague, a file, a session that ends. */
class ArticleClashPageTest extends ArticleCase {
  @Test
  void a_lost_session_is_renewed_without_losing_the_edit() {
    try (var editor = editor("#/articles/delivery-cost")) {
      editor.page().locator("#en-answer").fill("It is £4.");
      desk.expire();
      button(editor.page(), "Save draft").first().click();
      assertThat(editor.page().locator("dialog"))
          .containsText("Please sign in again. What you were writing is kept.");
      signIn(editor.page(), "editor", "secret");
      assertThat(notice(editor.page())).hasText("Draft saved.");
      assertThat(desk.stored("delivery-cost", "en").getString("answer")).isEqualTo("It is £4.");
    }
  }

  @Test
  void nobody_who_signs_in_over_another_s_page_does_what_the_other_began() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.locator("#en-answer").fill("It is £4.");
      desk.expire();
      button(page, "Publish").first().click();
      assertThat(page.locator("dialog #name")).hasValue("editor");
      signIn(page, "admin", "secret");
      assertThat(page.locator(".bar .who")).hasText("admin");
      assertThat(page.locator("#en-answer")).hasValue("It is £4.");
      assertThat(state(page)).hasText("Unsaved changes");
      assertThat(desk.changes()).isEmpty();
    }
  }

  @Test
  void two_editors_do_not_overwrite_each_other() {
    try (var editor = editor("#/articles/delivery-cost").expecting("409")) {
      editor.page().locator("#en-answer").fill("Mine");
      desk.savedElsewhere("delivery-cost", "en", "Theirs");
      button(editor.page(), "Save draft").first().click();
      assertThat(editor.page().locator(".banner").first())
          .containsText("Somebody else saved this article meanwhile. Your text is still here.");
      assertThat(editor.page().locator("#en-answer")).hasValue("Mine");
      assertThat(desk.stored("delivery-cost", "en").getString("answer")).isEqualTo("Theirs");
      button(editor.page(), "Keep mine").click();
      assertThat(notice(editor.page())).hasText("Draft saved.");
      assertThat(desk.stored("delivery-cost", "en").getString("answer")).isEqualTo("Mine");
    }
  }

  @Test
  void what_somebody_else_saved_is_shown_against_what_is_written() {
    try (var editor = editor(DELIVERY).expecting("409")) {
      var page = editor.page();
      page.locator("#en-answer").fill("It is £5.");
      desk.savedElsewhere("delivery-cost", "en", "It is £4.");
      button(page, "Publish").first().click();
      page.locator(".banner").first().getByText("See how yours differs").click();
      assertThat(page.locator(".banner del")).hasText("4");
      assertThat(page.locator(".banner ins")).hasText("5");
    }
  }

  @Test
  void what_was_only_read_gives_way_to_what_somebody_else_saved() {
    try (var editor = editor(DELIVERY).expecting("409")) {
      var page = editor.page();
      assertThat(page.locator("#en-answer")).hasValue("It is **£3.95**.");
      desk.savedElsewhere("delivery-cost", "en", "Theirs");
      button(page, "Delete").first().click();
      page.locator("dialog .primary").click();
      assertThat(page.locator(".banner").first())
          .hasText(
              "Somebody else changed this article meanwhile, so nothing was done. This is how it"
                  + " stands now.");
      assertThat(page.locator("#en-answer")).hasValue("Theirs");
      assertThat(button(page, "Keep mine")).hasCount(0);
    }
  }

  @Test
  void what_is_written_outlasts_a_deletion_and_brings_the_article_back() {
    try (var editor = editor(DELIVERY).expecting("404")) {
      var page = editor.page();
      page.locator("#en-answer").fill("Mine");
      desk.removedElsewhere("delivery-cost", "en");
      button(page, "Publish").first().click();
      assertThat(page.locator(".banner").first())
          .containsText("Somebody else deleted this article meanwhile. Your text is still here");
      assertThat(page.locator("#en-answer")).hasValue("Mine");
      button(page, "Publish").first().click();
      assertThat(notice(page)).hasText("Published. The next answer uses it.");
      assertThat(desk.stored("delivery-cost", "en").getString("answer")).isEqualTo("Mine");
    }
  }

  @Test
  void a_new_article_does_not_take_another_one_s_name() {
    try (var editor = editor("#/articles/new").expecting("409").expecting("404")) {
      var page = editor.page();
      page.locator("#en-question").fill("What is delivery?");
      page.locator("#en-answer").fill("A van.");
      page.locator("#article-id").fill("delivery-cost");
      page.reload();
      assertThat(page.locator("#article-id")).hasValue("delivery-cost");
      button(page, "Save draft").first().click();
      assertThat(page.locator("#article-id-error"))
          .hasText(
              "There is an article of this name. Choose another name, or add to that article.");
      assertThat(button(page, "Keep mine")).hasCount(0);
      page.locator("#article-id").fill("delivery-van");
      button(page, "Save draft").first().click();
      assertThat(page.locator(".editor h1")).hasText("delivery-van");
      page.navigate(server.at("/console/#/articles/new"));
      assertThat(page.locator("#article-id")).isEmpty();
    }
  }

  @Test
  void an_edit_gives_way_to_the_shipped_text() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      assertThat(button(page, "Back to the shipped text")).hasCount(0);
      publish(page, "It is £4.");
      button(page, "Back to the shipped text").click();
      page.locator("dialog .primary").click();
      assertThat(notice(page)).hasText("The shipped text is used again.");
      assertThat(page.locator("#en-answer")).hasValue("It is **£3.95**.");
      assertThat(state(page)).hasText("Published");
      assertThat(button(page, "Back to the shipped text")).hasCount(0);
    }
  }

  @Test
  void a_file_that_changed_under_an_edit_is_shown_and_the_edit_kept() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      publish(page, "It is £4.");
      desk.fileChanged("delivery-cost", "en", "From £3.");
      page.reload();
      assertThat(page.locator(".article-list li").first()).containsText("Shipped text changed");
      var banner = page.locator(".banner").first();
      assertThat(banner)
          .containsText("The shipped text has changed since this article was edited here.");
      banner.getByText("See the shipped text").click();
      assertThat(banner.locator(".preview")).hasText("From £3.");
      button(page, "Keep this text").click();
      assertThat(banner).isHidden();
      assertThat(page.locator("#en-answer")).hasValue("It is £4.");
      assertThat(desk.stored("delivery-cost", "en").containsKey("merge")).isFalse();
    }
  }

  @Test
  void a_file_that_changed_under_an_edit_is_taken_over() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      publish(page, "It is £4.");
      desk.fileChanged("delivery-cost", "en", "From £3.");
      page.reload();
      button(page, "Use the shipped text").click();
      assertThat(page.locator("#en-answer")).hasValue("From £3.");
      assertThat(state(page)).hasText("Unsaved changes");
      button(page, "Publish").first().click();
      assertThat(state(page)).hasText("Published");
      assertThat(page.locator(".banner").first()).isHidden();
      var stored = desk.stored("delivery-cost", "en");
      assertThat(stored.getJsonObject("published").getString("answer")).isEqualTo("From £3.");
    }
  }

  @Test
  void what_is_typed_while_a_draft_is_being_saved_stays() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.locator("#en-answer").fill("One");
      page.route(
          "**/api/articles/delivery-cost/en",
          route -> {
            page.locator("#en-question").fill("Two?");
            route.resume();
          },
          new Page.RouteOptions().setTimes(1));
      button(page, "Save draft").first().click();
      assertThat(notice(page)).hasText("Draft saved.");
      assertThat(page.locator("#en-question")).hasValue("Two?");
      assertThat(state(page)).hasText("Unsaved changes");
    }
  }
}
