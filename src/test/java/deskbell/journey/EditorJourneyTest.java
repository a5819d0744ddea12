package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.journey.People.button;
import static deskbell.journey.People.last;
import static deskbell.journey.People.say;
import static deskbell.journey.People.shopper;
import static deskbell.journey.People.signIn;
import static deskbell.journey.People.staff;

import deskbell.Browser;
import deskbell.RunningServer;
import deskbell.store.TestDatabase;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From an editor's change to a shopper's answer: real browsers, the whole server, a database. */
class EditorJourneyTest {
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
      assertThat(page.locator("dialog .history > li")).hasCount(4);
      assertThat(page.locator("dialog .history > li").first())
          .containsText("Back to the shipped text");
    }
  }

  @Test
  void whoever_is_added_may_sign_in_until_they_are_shut_out() {
    try (var admin = staff(server, "#/people");
        var kim = Browser.person().visit(server.at("/console/")).expecting("401")) {
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
  void asking_as_a_shopper_shows_what_was_found_and_how_surely() {
    try (var editor = staff(server, "#/articles")) {
      editor.page().locator(".ask input").first().fill("How long do I have to send it back?");
      button(editor, "Ask").click();
      assertThat(editor.page().locator(".replies .bubble").first()).not().isEmpty();
      assertThat(editor.page().locator(".passages li").first()).containsText(PERCENT);
    }
  }
}
