package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What an editor does with an article. */
class ArticlePageTest extends ArticleCase {
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
}
