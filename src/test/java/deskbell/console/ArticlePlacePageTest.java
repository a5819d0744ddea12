package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the editor is in the room: focus, pointer, what is in view, what stays. */
class ArticlePlacePageTest extends ArticleCase {
  @Test
  void whoever_comes_back_to_the_room_finds_it_as_it_was_left() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.locator(".article-list input").fill("return");
      assertThat(page.locator(".article-list li")).hasCount(1);
      page.locator(".ask-row input").first().fill("delivery");
      page.locator("#en-answer").fill("Unsaved");
      page.locator("[data-room=needs]").click();
      assertThat(page.locator(".need")).hasCount(3);
      desk.savedElsewhere("returns", "en", "Theirs");
      page.goBack();
      assertThat(page.locator("#en-answer")).hasValue("Unsaved");
      assertThat(page.locator(".article-list input")).hasValue("return");
      assertThat(page.locator(".article-list li")).hasCount(1);
      assertThat(page.locator(".article-list li")).containsText("Draft");
      assertThat(page.locator(".ask-row input").first()).hasValue("delivery");
    }
  }

  @Test
  void a_dialog_goes_with_the_article_that_it_belongs_to() {
    try (var editor = editor("#/articles")) {
      var page = editor.page();
      page.navigate(server.at("/console/" + DELIVERY));
      button(page, "Delete").first().click();
      assertThat(page.locator("dialog")).isVisible();
      page.goBack();
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(desk.changes()).isEmpty();
    }
  }

  @Test
  void the_keyboard_goes_on_where_it_was_once_something_is_done() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.locator("#en-answer").fill("One");
      button(page, "Save draft").first().press("Enter");
      assertThat(notice(page)).hasText("Draft saved.");
      assertThat(button(page, "Save draft").first()).isFocused();
    }
  }

  @Test
  void whoever_chooses_an_article_by_keyboard_goes_on_in_it() {
    try (var editor = editor("#/articles").expecting("404")) {
      var page = editor.page();
      page.locator(".article-list li a").first().press("Enter");
      assertThat(page.locator(".editor h1")).isFocused();
      page.setViewportSize(390, 800);
      page.goBack();
      page.locator(".article-list li a").last().press("Enter");
      assertThat(page.locator(".editor h1")).hasText("returns");
      assertThat(page.locator(".editor h1")).isFocused();
      page.keyboard().press("Tab");
      assertThat(page.locator(".side-form button").first()).isFocused();
    }
  }

  @Test
  void nothing_else_comes_under_the_pointer_of_whoever_discards_a_draft() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.locator("#en-answer").fill("One");
      button(page, "Save draft").first().click();
      button(page, "Discard draft").click();
      assertThat(notice(page)).hasText("Draft discarded. This is the published text.");
      assertThat(button(page, "Discard draft")).hasCount(0);
      var under = page.locator(".side-form").first().locator("button:hover");
      assertThat(under).hasCount(0);
    }
  }

  @Test
  void where_little_is_in_view_all_of_it_is_for_whoever_writes() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.setViewportSize(640, 400);
      assertThat(page.locator(".ask")).isVisible();
      page.locator("#en-answer").focus();
      assertThat(page.locator(".ask")).isHidden();
      page.locator("#en-answer").blur();
      assertThat(page.locator(".ask")).isVisible();
    }
  }

  @Test
  void what_is_looked_at_changes_with_what_is_written() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.locator("#en-answer").fill("It is £4.");
      page.reload();
      button(page, "Preview").first().click();
      assertThat(page.locator(".preview").first()).hasText("It is £4.");
      button(page, "Undo my changes").click();
      assertThat(page.locator(".preview").first()).hasText("It is £3.95.");
    }
  }

  @Test
  void all_that_is_done_all_the_time_stands_in_one_row() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.locator("#en-answer").fill("One");
      button(page, "Save draft").first().click();
      assertThat(button(page, "Discard draft")).isVisible();
      page.locator("#en-answer").fill("Two");
      var tops =
          Stream.of("What would change?", "Save draft", "Publish")
              .map(name -> button(page, name).first().boundingBox())
              .mapToDouble(box -> box.y + box.height / 2);
      assertThat(tops.distinct().count()).isEqualTo(1);
    }
  }
}
