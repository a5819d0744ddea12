package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open questions and what-if in a real browser, against a server in memory. */
class ReviewPageTest {
  /** What stands in boxes and at arrows; hints that come up under the pointer don't count. */
  private static final String DRAWN =
      """
      () => [...document.querySelectorAll('.drawing .what, .drawing .label')]
        .map((it) => it.firstChild.textContent)\
      """;

  private static final String AT_ITS_END =
      "field => field.scrollTop + field.clientHeight >= field.scrollHeight - 1";

  private final FakeDesk desk = new FakeDesk();
  private PageServer server;

  @BeforeEach
  void start() throws TimeoutException {
    desk.article("our-shops", "en", "Where are your shops?", "In Leeds.")
        .article("our-shops", "zh", "你们的门店在哪里？", "利兹。");
    server = new PageServer(desk::mount);
  }

  @AfterEach
  void stop() throws TimeoutException {
    server.close();
  }

  private Visitor editor(String route) {
    return ConsolePages.at(server, "editor", route);
  }

  @Test
  void an_article_that_is_asked_so_already_is_looked_at_rather_than_added_to() {
    desk.article("gift-cards", "en", "Can you engrave …?", "No.");
    try (var editor = editor("#/needs").expecting("404")) {
      var page = editor.page();
      var engraving = page.locator(".need").nth(1);
      assertThat(engraving).containsText("These questions are its own already.");
      assertThat(engraving).not().containsText("Or add the questions");
      engraving.locator("li button").first().click();
      assertThat(page.locator("#en-question")).hasValue("Can you engrave …?");
      assertThat(page.locator("#en-also")).hasValue("Can you engrave …? 2");
      assertThat(page.locator(".ask-row input").first()).hasValue("Can you engrave …?");
      assertThat(page.locator(".asked .passages li").first()).isVisible();
    }
  }

  @Test
  void questions_become_phrasings_of_an_article_in_their_own_language() {
    try (var editor = editor("#/needs")) {
      var page = editor.page();
      assertThat(page.locator(".need")).hasCount(3);
      assertThat(page.locator(".need").first()).containsText("Handed over: 4");
      page.locator(".need").first().locator("li button").first().click();
      assertThat(page.locator("#en-question")).hasValue("Where are your shops?");
      assertThat(page.locator("#en-also"))
          .hasValue("Where are your shops? 2\nCan I bring my dog into the shop?\nare pets allowed");
      assertThat(page.locator("#zh-also")).hasValue("你们的门店在哪里？ 2\n可以带狗进店吗\n店里让带宠物吗");
      assertThat(page.locator(".side-form .tag").first()).hasText("Unsaved changes");
      assertThat(ConsolePages.notice(page)).containsText("Ways to ask added: 4");
      assertThat((Boolean) page.locator("#en-also").evaluate(AT_ITS_END)).isTrue();
      assertThat(page.locator(".ask-row input").first())
          .hasValue("Can I bring my dog into the shop?");
      assertThat(page.locator(".asked .passages li").first()).isVisible();
      page.goBack();
      page.locator(".need").first().locator("li button").first().click();
      assertThat(ConsolePages.notice(page)).hasText("All of these are among its ways to ask.");
    }
  }

  @Test
  void whoever_comes_back_from_an_article_goes_on_where_they_were() {
    try (var editor = editor("#/usage").expecting("404")) {
      var page = editor.page();
      page.locator(".use-table thead button").getByText("No help").click();
      page.getByLabel("Show").selectOption("never");
      assertThat(page.locator(".use-table tbody tr")).hasCount(1);
      page.locator(".use-table tbody a").click();
      assertThat(page.locator(".editor h1")).hasText("gift-note");
      page.goBack();
      assertThat(page.getByLabel("Show")).hasValue("never");
      assertThat(page.locator("th[aria-sort]")).hasText("No help");
      assertThat(page.locator(".use-table tbody tr")).hasCount(1);
      page.locator("[data-room=needs]").click();
      page.getByLabel("Asked within").selectOption("7");
      page.locator(".need").first().locator("li button").first().click();
      assertThat(page.locator("#en-question")).hasValue("Where are your shops?");
      page.goBack();
      assertThat(page.getByLabel("Asked within")).hasValue("7");
      assertThat(page.locator(".need")).hasCount(3);
      page.setViewportSize(1280, 300);
      page.evaluate("document.querySelector('main').scrollTop = 150");
      page.evaluate("location.hash = '#/articles/our-shops'");
      assertThat(page.locator(".editor h1")).hasText("our-shops");
      page.goBack();
      assertThat(page.locator(".need")).hasCount(3);
      assertThat(page.evaluate("document.querySelector('main').scrollTop")).isEqualTo(150);
    }
  }

  @Test
  void what_articles_answer_by_now_is_folded_away() {
    try (var editor = editor("#/needs")) {
      var page = editor.page();
      assertThat(page.locator(".need-filter [role=status]")).hasText("Needs: 2, questions: 2");
      assertThat(page.locator(".need-rows > ol > .need")).hasCount(2);
      var answered = page.locator(".settled .need");
      assertThat(answered).isHidden();
      page.getByText("Answered by now: 1").click();
      assertThat(answered).containsText("包装盒可以回收吗");
      assertThat(answered).isVisible();
    }
  }

  @Test
  void a_need_that_is_not_for_the_shop_is_put_away_and_taken_back() {
    try (var editor = editor("#/needs")) {
      var page = editor.page();
      var second = page.locator(".need").nth(1);
      second.getByText("Not for us").click();
      assertThat(page.locator(".need")).hasCount(2);
      assertThat(page.locator(".need-gone")).containsText("Can you engrave …?");
      assertThat(page.locator(".need-gone button")).isFocused();
      page.locator(".need-gone button").click();
      assertThat(page.locator(".need")).hasCount(3);
      assertThat(ConsolePages.notice(page)).hasText("Back in the list.");
      second.getByText("Not for us").click();
      assertThat(page.locator(".need-gone")).isVisible();
      page.reload();
      assertThat(page.locator(".need")).hasCount(2);
      page.locator(".away summary").click();
      page.locator(".away button").click();
      assertThat(page.locator(".need")).hasCount(3);
      assertThat(page.locator(".away")).hasCount(0);
    }
  }

  @Test
  void articles_are_listed_by_how_they_are_used() {
    try (var editor = editor("#/usage").expecting("404")) {
      var page = editor.page();
      assertThat(page.locator(".use-table tbody tr")).hasCount(3);
      assertThat(page.locator(".usage [role=status]"))
          .hasText("Articles: 208. Answers: 672. Never answered: 1. Counted since 1 Nov 2026.");
      assertThat(page.locator(".use-table tbody tr").last()).containsText("Never");
      page.locator(".use-table thead button").getByText("No help").click();
      assertThat(page.locator("th[aria-sort]")).hasText("No help");
      assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "descending");
      page.locator(".use-table thead button").getByText("No help").click();
      assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "ascending");
      page.getByLabel("Show").selectOption("unhelpful");
      assertThat(page.locator(".usage .empty")).containsText("Nobody complained");
      page.getByLabel("Show").selectOption("never");
      page.locator(".use-table tbody a").click();
      assertThat(page.locator(".editor h1")).hasText("gift-note");
    }
  }

  @Test
  void a_flow_is_drawn_with_how_many_went_which_way_and_gave_up_where() {
    try (var editor = editor("#/usage/flows")) {
      var page = editor.page();
      var first = page.locator(".use-table tbody tr").first();
      assertThat(first).containsText("300");
      first.locator("a").click();
      assertThat(page.locator(".drawing svg")).isVisible();
      assertThat(page.locator(".drawing .start .tag-text")).hasText("300");
      assertThat(page.locator(".lost li").first()).containsText("no answer: ");
      assertThat(page.locator(".drawing .tag-text.lost"))
          .hasCount(page.locator(".lost li").count());
      page.getByText("All flows").click();
      assertThat(first).isVisible();
    }
  }

  @Test
  void flows_are_drawn_in_words_that_an_editor_understands() {
    for (var language : List.of("en-GB", "zh-CN")) {
      try (var editor =
          ConsolePages.at(Browser.person().speaking(language), server, "editor", "#/usage/flows")) {
        var page = editor.page();
        var rows = page.locator(".use-table tbody a");
        assertThat(rows.first()).isVisible();
        var flows = rows.all().stream().map(Locator::textContent).toList();
        for (var flow : flows) {
          page.getByText(flow, exactly()).click();
          assertThat(page.locator(".flow-body h2")).hasText(flow);
          var words = (List<?>) page.evaluate(DRAWN);
          assertThat(words).as(flow).hasSizeGreaterThan(4);
          for (var drawn : words) {
            assertThat((String) drawn).as(flow).doesNotContainPattern("[a-z]_[a-z]|[{}]");
            if (language.equals("zh-CN")) {
              assertThat((String) drawn).as(flow).matches("(?s).*(\\p{IsHan}|[\\d£¥]).*");
            }
          }
          page.locator(".need-filter a").click();
        }
      }
    }
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  @Test
  void a_new_article_keeps_the_questions_across_a_reload() {
    try (var editor = editor("#/needs")) {
      var page = editor.page();
      page.locator(".need").first().locator(".primary").click();
      assertThat(page.locator("#article-id")).hasValue("bring-dog-shop");
      assertThat(page.locator("#zh-question")).hasValue("可以带狗进店吗");
      page.reload();
      assertThat(page.locator("#en-question")).hasValue("Can I bring my dog into the shop?");
      assertThat(page.locator("#en-also")).hasValue("are pets allowed");
    }
  }

  @Test
  void what_a_change_would_change_is_listed_by_what_it_means() {
    try (var editor = editor("#/articles/our-shops")) {
      var page = editor.page();
      page.locator("#en-answer").fill("In Leeds and York.");
      button(page, "What would change?").first().click();
      var dialog = page.locator("dialog");
      assertThat(dialog.locator("[role=status]"))
          .hasText("Questions asked: 1000. Answered differently: 4.");
      assertThat(dialog.locator("summary"))
          .hasText(
              new String[] {
                "Answered from elsewhere: 1", "Newly answered: 2", "Same article, new words: 1"
              });
      assertThat(dialog).containsText("is postage free× 2");
      assertThat(dialog).containsText("Asks which: Abroad, At home");
      button(page, "Close").click();
      assertThat(page.locator("#en-answer")).hasValue("In Leeds and York.");
    }
  }

  @Test
  void a_change_that_is_wrong_itself_is_told_at_its_field() {
    try (var editor = editor("#/articles/our-shops").expecting("422")) {
      var page = editor.page();
      page.locator("#en-question").fill(" ");
      var rule = new JsonObject().put("field", "question").put("rule", "is blank");
      desk.failNext(
          422,
          new JsonObject()
              .put("code", "invalid")
              .put("message", "invalid")
              .put("errors", new JsonArray().add(rule)));
      button(page, "What would change?").first().click();
      assertThat(page.locator("#en-question-error")).hasText("Fill this in.");
      assertThat(page.locator("dialog")).hasCount(0);
    }
  }
}
