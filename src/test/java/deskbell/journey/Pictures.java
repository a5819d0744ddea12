package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import deskbell.Browser;
import deskbell.RunningServer;
import deskbell.store.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the documents: {@code mvn test -Dtest=Pictures}, then target/screenshots.
 */
class Pictures {
  private static final List<String> SAID =
      List.of(
          "Where is my parcel?",
          "LL20481234, amelia.hart@example.com",
          "Can you recommend a jumper?");

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  @Test
  void the_widget_on_the_shops_page() throws Exception {
    try (var server = RunningServer.on(database, data);
        var shopper = Browser.person().visit(server.at("/?lang=en"))) {
      var page = shopper.page();
      page.locator(".launcher").click();
      for (var i = 0; i < SAID.size(); i++) {
        page.locator(".composer textarea").fill(SAID.get(i));
        page.locator(".composer textarea").press("Enter");
        assertThat(page.locator(".list .from-shopper")).hasCount(i + 1);
        assertThat(page.locator(".list > .line").last()).hasClass(Pattern.compile("from-bot"));
      }
      assertThat(page.locator(".log > .choices button").first()).isVisible();
      assertThat(page.locator(".card img")).isVisible();
      page.mouse().move(1, 1);
      shopper.picture("widget");
    }
  }
}
