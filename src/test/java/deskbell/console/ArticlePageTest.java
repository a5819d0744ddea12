package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static deskbell.console.ConsolePages.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The article room in a real browser, against a server in memory. */
class ArticlePageTest {
  private static final String DELIVERY = "#/articles/delivery-cost";

  private final FakeDesk desk = new FakeDesk();
  private PageServer server;

  @BeforeEach
  void start() throws TimeoutException {
    desk.article("delivery-cost", "en", "How much is delivery?", "It is **£3.95**.")
        .article("delivery-cost", "zh", "运费是多少？", "¥10。")
        .article("returns", "en", "How do I return something?", "With the label.");
    server = new PageServer(desk::mount);
  }

  @AfterEach
  void stop() throws TimeoutException {
    server.close();
  }

  private Visitor editor(String route) {
    return ConsolePages.at(server, "editor", route);
  }

  private static Locator state(Page page) {
    return page.locator(".side-form .tag").first();
  }

  private static void publish(Page page, String answer) {
    page.locator("#en-answer").fill(answer);
    button(page, "Publish").first().click();
    assertThat(notice(page)).hasText("Published. The next answer uses it.");
    assertThat(state(page)).hasText("Published");
  }

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
  void an_editor_finds_changes_and_publishes() {
    try (var editor = editor("")) {
      var page = editor.page();
      assertThat(page.locator(".article-list li")).hasCount(2);
      assertThat(page.locator(".article-list li").last()).containsText("中文: Not written");
      page.locator(".search input").fill("运费");
      assertThat(page.locator(".article-list li")).hasCount(1);
      page.locator(".article-list li a").click();
      assertThat(page.locator("#zh-question")).hasValue("运费是多少？");
      page.locator("#en-also").fill("What is shipping?\n\n  And postage? ");
      page.locator("#en-tags").fill("delivery, money");
      page.locator("#en-answer").fill("It is **£4**.");
      assertThat(page.locator(".side-form .tag").first()).hasText("Unsaved changes");
      button(page, "Preview").first().click();
      assertThat(page.locator(".preview strong").first()).hasText("£4");
      button(page, "Publish").first().click();
      assertThat(notice(page)).hasText("Published. The next answer uses it.");
      assertThat(page.locator(".side-form .tag").first()).hasText("Published");
      var stored = desk.stored("delivery-cost", "en").getJsonObject("published");
      assertThat(stored.getJsonArray("also"))
          .isEqualTo(new JsonArray().add("What is shipping?").add("And postage?"));
      assertThat(stored.getJsonArray("tags"))
          .isEqualTo(new JsonArray().add("delivery").add("money"));
    }
  }

  @Test
  void an_error_stands_at_its_field() {
    try (var editor = editor("#/articles/delivery-cost").expecting("422")) {
      var rule = new JsonObject().put("field", "question").put("rule", "is blank");
      desk.failNext(
          422,
          new JsonObject()
              .put("code", "invalid")
              .put("message", "invalid")
              .put("errors", new JsonArray().add(rule)));
      editor.page().locator("#en-question").fill("");
      button(editor.page(), "Save draft").first().click();
      assertThat(editor.page().locator("#en-question-error")).hasText("Fill this in.");
      assertThat(editor.page().locator("#en-question")).isFocused();
      editor.page().locator("#en-question").fill("How much?");
      assertThat(editor.page().locator("#en-question-error")).isEmpty();
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
  void a_link_to_what_is_no_article_says_so() {
    try (var editor = editor("#/articles/%E0%A4%A").expecting("404").expecting("400")) {
      var page = editor.page();
      assertThat(page.locator(".editor h1")).hasText("%E0%A4%A");
      assertThat(page.locator(".editor [role=status]"))
          .containsText("There is no article with this name.");
      page.navigate(server.at("/console/#/articles/bad name"));
      assertThat(page.locator(".editor h1")).hasText("bad name");
      assertThat(page.locator(".editor [role=status]")).containsText("No article can have it.");
      assertThat(page.locator(".side-form")).hasCount(0);
    }
  }

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

  @Test
  void a_new_article_gets_a_name_and_keeps_both_languages() {
    try (var editor = editor("#/articles/new").expecting("404")) {
      var page = editor.page();
      page.locator("#en-question").fill("Can I pay by cheque?");
      page.locator("#en-answer").fill("No.");
      page.locator("#zh-question").fill("可以用支票吗？");
      page.locator("#zh-answer").fill("不可以。");
      button(page, "Save draft").first().click();
      assertThat(page.locator("#article-id-error"))
          .hasText("Use small letters, digits and hyphens, 100 characters at most.");
      page.locator("#article-id").fill("pay-cheque");
      button(page, "Save draft").first().click();
      assertThat(page.locator(".editor h1")).hasText("pay-cheque");
      assertThat(page.locator("#zh-question")).hasValue("可以用支票吗？");
      button(page, "Save draft").last().click();
      until(
          "both are stored",
          () -> desk.changes().stream().filter("POST /api/articles"::equals).count() == 2);
      assertThat(desk.stored("pay-cheque", "zh").getString("answer")).isEqualTo("不可以。");
    }
  }

  @Test
  void a_question_is_asked_as_a_shopper_before_publishing() {
    try (var editor = editor("#/articles/delivery-cost")) {
      editor.page().locator("#en-answer").fill("From now on it is **free**.");
      editor.page().locator(".ask input").first().fill("how much is delivery");
      button(editor.page(), "Ask").click();
      var asked = editor.page().locator(".asked").first();
      assertThat(asked).containsText("Your changes make a difference here.");
      assertThat(asked.locator("> .replies strong")).hasText("free");
      assertThat(asked.locator(".before .replies strong")).hasText("£3.95");
      assertThat(asked.locator("> .passages li").first()).containsText("93%");
      assertThat(asked.locator("> .passages li").first())
          .containsText("Question: delivery, price (the article says “cost”); Tags: delivery");
      asked.locator("> details summary").first().click();
      assertThat(asked.locator("> details").first().locator("li").last())
          .hasText("Decided to answer from an article");
      button(editor.page(), "Save draft").first().click();
      assertThat(state(editor.page())).hasText("Draft, not published");
      assertThat(asked).containsText("Your changes make a difference here.");
      button(editor.page(), "Publish").first().click();
      assertThat(asked.locator(".before")).hasCount(0);
    }
  }

  @Test
  void a_question_is_asked_of_what_is_written_in_its_language() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      page.locator("#en-answer").fill("It is £4.");
      page.locator("#zh-answer").fill("¥12。");
      var question = page.locator(".ask-row input").first();
      var reply = page.locator(".asked > .replies").first();
      question.fill("how much is delivery");
      question.press("Enter");
      assertThat(reply).containsText("It is £4.");
      page.locator(".ask-row select").selectOption("zh");
      question.fill("运费多少");
      question.press("Enter");
      assertThat(reply).containsText("¥12。");
    }
  }

  @Test
  void an_earlier_text_is_found_in_the_history_and_used_again() {
    try (var editor = editor(DELIVERY)) {
      var page = editor.page();
      publish(page, "It is £4.");
      publish(page, "It is £5.");
      button(page, "History").first().click();
      var changes = page.locator("dialog .history > li");
      assertThat(changes).hasCount(5);
      assertThat(changes.first()).containsText("Published editor");
      changes.nth(3).getByText("See what changed").click();
      assertThat(changes.nth(3).locator(".difference").last()).hasText("It is **£3.95**4.");
      assertThat(changes.nth(4)).containsText("Text that came with the files");
      changes.nth(2).getByText("See the text").click();
      assertThat(changes.nth(2).locator(".preview")).hasText("It is £4.");
      changes.nth(2).getByText("Use this text").click();
      assertThat(notice(page)).hasText("The text is in the fields. Save or publish it to use it.");
      assertThat(page.locator("#en-answer")).hasValue("It is £4.");
      assertThat(state(page)).hasText("Unsaved changes");
      button(page, "Publish").first().click();
      until(
          "it is in force",
          () ->
              desk.stored("delivery-cost", "en")
                  .getJsonObject("published")
                  .getString("answer")
                  .equals("It is £4."));
    }
  }

  @Test
  void a_deleted_article_is_listed_as_such_and_brought_back() {
    try (var editor = editor("#/articles/returns").expecting("404")) {
      var page = editor.page();
      publish(page, "Within 30 days.");
      button(page, "Delete").first().click();
      assertThat(page.locator("dialog")).containsText("Shoppers get no answer from it");
      page.locator("dialog .primary").click();
      assertThat(notice(page)).hasText("Deleted. You can bring it back from its history.");
      assertThat(state(page)).hasText("Deleted");
      assertThat(page.locator("#en-answer")).hasValue("");
      assertThat(page.locator(".article-list li")).hasCount(1);
      page.locator(".list-filter select").selectOption("deleted");
      assertThat(page.locator(".article-list li")).hasCount(1);
      assertThat(page.locator(".article-list li")).containsText("returns");
      button(page, "History").first().click();
      page.locator("dialog .history > li").nth(1).getByText("Use this text").click();
      assertThat(page.locator("#en-answer")).hasValue("Within 30 days.");
      button(page, "Publish").first().click();
      assertThat(state(page)).hasText("Published");
      assertThat(page.locator(".article-list li")).hasCount(0);
      assertThat(desk.stored("returns", "en").getBoolean("deleted")).isFalse();
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
