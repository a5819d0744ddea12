package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The article room in a real browser, against a server in memory. */
abstract class ArticleCase {
  static final String DELIVERY = "#/articles/delivery-cost";

  final FakeDesk desk = new FakeDesk();

  PageServer server;

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

  Visitor editor(String route) {
    return ConsolePages.at(server, "editor", route);
  }

  static Locator state(Page page) {
    return page.locator(".side-form .tag").first();
  }

  static void publish(Page page, String answer) {
    page.locator("#en-answer").fill(answer);
    button(page, "Publish").first().click();
    assertThat(notice(page)).hasText("Published. The next answer uses it.");
    assertThat(state(page)).hasText("Published");
  }
}
