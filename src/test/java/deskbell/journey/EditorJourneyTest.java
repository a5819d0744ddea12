package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.journey.People.button;
import static deskbell.journey.People.last;
import static deskbell.journey.People.say;
import static deskbell.journey.People.shopper;
import static deskbell.journey.People.staff;

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
  private static final Pattern PERCENT = Pattern.compile("\\d+ %");

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
  void asking_as_a_shopper_shows_what_was_found_and_how_surely() {
    try (var editor = staff(server, "#/articles")) {
      editor.page().locator(".ask input").first().fill("How long do I have to send it back?");
      button(editor, "Ask").click();
      assertThat(editor.page().locator(".replies .bubble").first()).not().isEmpty();
      assertThat(editor.page().locator(".passages li").first()).containsText(PERCENT);
    }
  }
}
