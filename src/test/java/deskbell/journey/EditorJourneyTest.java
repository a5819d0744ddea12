package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.journey.People.button;
import static deskbell.journey.People.last;
import static deskbell.journey.People.say;
import static deskbell.journey.People.shopper;
import static deskbell.journey.People.signIn;
import static deskbell.journey.People.staff;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import deskbell.Browser;
import deskbell.RunningServer;
import deskbell.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From an editor's change to a shopper's answer: real browsers, the whole server, a database. */
class EditorJourneyTest {
  private static final String TABLE =
      """
      id,lang,question,answer,intent
      gift-note,en,Can I add a handwritten note?,Yes; write it at the checkout.,
      ,en,No name?,Yes.,
      odd,en,Odd?,Yes.,no_such_intent
      """;

  /** Five million characters from the clipboard. */
  private static final String PASTE =
      """
      it => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'long '.repeat(1048576));
        const paste = { clipboardData, bubbles: true, cancelable: true };
        it.dispatchEvent(new ClipboardEvent('paste', paste));
      }\
      """;

  private static final Pattern PERCENT = Pattern.compile("\\d+%");

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static RunningServer server;

  @BeforeAll
  static void start() throws TimeoutException {
    server = RunningServer.on(database, data);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  @Test
  void what_is_published_is_in_the_very_next_answer() {
    try (var editor = staff(server, "#/articles/delivery-cost");
        var shopper = shopper(server, "en-GB", "en")) {
      say(shopper, "How much is delivery?");
      assertThat(last(shopper)).containsText("£3.95");
      editor.page().locator("#en-answer").fill("Delivery is **£4.25** everywhere.");
      button(editor, "Save draft").first().click();
      assertThat(editor.page().locator(".notices p")).hasText("Draft saved.");
      say(shopper, "What does delivery cost?");
      assertThat(last(shopper)).containsText("£3.95");
      button(editor, "Publish").first().click();
      assertThat(editor.page().locator(".notices p").last())
          .hasText("Published. The next answer uses it.");
      say(shopper, "How much do you charge for delivery?");
      assertThat(last(shopper)).hasText("Delivery is £4.25 everywhere.");
    }
  }

  @Test
  void a_deleted_article_answers_nobody_until_the_shipped_text_is_back() {
    try (var editor = staff(server, "#/articles/gift-cards").expecting("404");
        var shopper = shopper(server, "en-GB", "en")) {
      var page = editor.page();
      var shipped = page.locator("#en-answer").inputValue();
      page.locator("#en-answer").fill("Gift cards are gone for good.");
      button(editor, "Publish").first().click();
      assertThat(page.locator(".notices p")).hasText("Published. The next answer uses it.");
      say(shopper, "Do you sell gift cards?");
      assertThat(last(shopper)).hasText("Gift cards are gone for good.");
      button(editor, "Delete").first().click();
      page.locator("dialog .primary").click();
      assertThat(page.locator(".side-form .tag").first()).hasText("Deleted");
      button(editor, "Back to the shipped text").click();
      page.locator("dialog .primary").click();
      assertThat(page.locator("#en-answer")).hasValue(shipped);
      button(editor, "History").first().click();
      assertThat(page.locator("dialog .history > li")).hasCount(5);
      assertThat(page.locator("dialog .history > li").first())
          .containsText("Back to the shipped text");
    }
  }

  @Test
  void whoever_is_added_may_sign_in_until_they_are_shut_out() {
    try (var admin = staff(server, "#/people");
        var kim = Browser.person().visit(server.at("/console/")).expectingSignedOut()) {
      admin.page().locator("#person-name").fill("Kim");
      button(admin, "Add").click();
      var password = admin.page().locator("dialog .secret").inputValue();
      button(admin, "Done").click();
      signIn(kim, "Kim", password);
      assertThat(kim.page().locator(".bar .who")).hasText("Kim");
      button(admin, "Disable").click();
      assertThat(admin.page().locator(".people-list")).containsText("Can’t sign in");
      kim.page().reload();
      signIn(kim, "Kim", password);
      assertThat(kim.page().locator(".sign-in > .error"))
          .hasText("Name and password don’t match. Check both and try again.");
    }
  }

  @Test
  void broken_rows_are_told_row_by_row_and_what_is_too_long_stays_where_it_was_pasted() {
    try (var editor = staff(server, "#/articles").expecting("422")) {
      var page = editor.page();
      button(editor, "Import and export").click();
      var rows = page.locator(".import-report li");
      page.locator("#import-files").setInputFiles(file("articles.csv", TABLE));
      assertThat(rows).hasCount(3);
      assertThat(rows.nth(0)).containsText("Row 3");
      assertThat(rows.nth(0).locator(".error")).hasText("Name of the article: Fill this in.");
      assertThat(rows.nth(1)).containsText("Row 4");
      assertThat(page.locator(".transfer [role=status]"))
          .hasText("Nothing is saved yet. New or changed: 1.");
      button(editor, "Save as drafts").click();
      assertThat(page.locator(".transfer [role=status]")).hasText("Saved as drafts: 1.");
      page.locator("#import-files").setInputFiles(file("broken.csv", TABLE + "\"left,open"));
      assertThat(page.locator("#import-files-error"))
          .containsText("a quotation mark is missing there, or stands in the wrong place.");
      assertThat(rows).hasCount(0);
      page.locator("#import-files")
          .setInputFiles(file("twice.csv", "id,lang,question,answer\na,en,A?,A.\na,en,B?,B.\n"));
      assertThat(rows.first()).containsText("Row 3");
      assertThat(rows.first().locator(".error"))
          .hasText("Name of the article: en/a stands in row 2 already.");
      page.locator("#import-files").setInputFiles(file("a.xlsx", "PK"));
      assertThat(rows.first().locator(".error")).containsText("Save a spreadsheet as “CSV UTF-8”");
      page.locator("#import-files").setInputFiles(file("no-question.md", "No question at all."));
      assertThat(rows).hasCount(1);
      assertThat(rows.first()).containsText("no-question.md");
      assertThat(rows.first().locator(".error")).not().isEmpty();
      page.locator("#import-files").setInputFiles(file("articles.zip", "PK"));
      assertThat(page.locator("#import-files-error"))
          .hasText("Unpack the ZIP first, then choose the files in it.");
      page.locator("#import-files").setInputFiles(file("head.md", "---\nalso: [a\n---\nYes.\n"));
      assertThat(rows.first().locator(".error")).containsText("Top of the file: It can’t be read.");
      page.locator("#import-files")
          .setInputFiles(file("lost.md", "---\nquestion: Lost?\n---\nAsk at the till.\n"));
      assertThat(rows.first()).containsText("Lost?");
      button(editor, "Close").click();

      page.locator(".article-list li a").first().click();
      var answer = page.locator("#en-answer");
      var before = answer.inputValue();
      answer.evaluate(PASTE);
      assertThat(page.locator("#en-answer-error"))
          .hasText("That’s 5,242,880 characters, far more than fits here. Nothing was pasted.");
      assertThat(answer).hasValue(before);
      answer.fill("x".repeat(25_000));
      button(editor, "Save draft").first().click();
      assertThat(page.locator("#en-answer-error")).hasText("25000 characters; at most 20000.");
      page.locator("a[data-room=synonyms]").click();
      assertThat(page.locator("#synonyms-en")).isVisible();
      page.goBack();
      assertThat(page.locator(".side-form .tag").first()).hasText("Unsaved changes");
      assertThat(answer).hasJSProperty("textLength", 25_000);
    }
  }

  @Test
  void an_import_that_is_left_or_cut_off_says_how_far_it_came_and_can_be_taken_up_again() {
    var rows = new StringBuilder("id,lang,question,answer\n");
    for (var n = 1; n <= 350; n++) {
      rows.append("bulk-%1$d,en,Bulk %1$d?,Yes.\n".formatted(n));
    }
    try (var editor = staff(server, "#/articles").expecting("ERR_FAILED")) {
      var page = editor.page();
      var status = page.locator(".transfer [role=status]");
      button(editor, "Import and export").click();
      page.locator("#import-files").setInputFiles(file("bulk.csv", rows.toString()));
      assertThat(status).hasText("Nothing is saved yet. New or changed: 350.");
      onceBringing(
          page,
          route -> {
            page.keyboard().press("Escape");
            route.resume();
          });
      button(editor, "Save as drafts").click();
      assertThat(page.locator(".notices p")).hasText("Stopped. Saved so far: 100.");
      button(editor, "Import and export").click();
      page.locator("#import-files").setInputFiles(file("bulk.csv", rows.toString()));
      assertThat(status).hasText("Nothing is saved yet. New or changed: 250.");
      // the one that was set last comes first: two slices get through, the third does not
      onceBringing(page, Route::abort);
      onceBringing(page, Route::resume);
      onceBringing(page, Route::resume);
      button(editor, "Save as drafts").click();
      assertThat(page.locator("#import-files-error"))
          .hasText("Saved so far: 100. The rest didn’t get through; try again.");
      button(editor, "Save as drafts").click();
      assertThat(status).hasText("Saved as drafts: 150.");
    }
  }

  /** Does this with the next slice of an import. */
  private static void onceBringing(Page page, Consumer<Route> act) {
    page.route("**/api/articles/import", act, new Page.RouteOptions().setTimes(1));
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void asking_as_a_shopper_shows_what_was_found_and_how_surely() {
    try (var editor = staff(server, "#/articles")) {
      editor.page().locator(".ask input").first().fill("How long do I have to send it back?");
      button(editor, "Ask").click();
      assertThat(editor.page().locator(".replies .bubble").first()).not().isEmpty();
      assertThat(editor.page().locator(".passages li").first()).containsText(PERCENT);
    }
  }
}
