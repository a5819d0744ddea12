package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import deskbell.Browser;
import deskbell.Browser.Person;
import deskbell.PageServer;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is cut off at the side in the knowledge room, nor of the way to it. */
class KnowledgeFitTest {
  private static final String LONG = "Where do I find what a word such as Donaudampfschiff means, ";

  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('main *')]
        .filter(it => !it.closest('.drawing, .unseen, table, select, .pages'))
        .filter(it => it.getBoundingClientRect().right > innerWidth + 1)
        .map(it => `${it.tagName} ${it.className}: ${it.textContent.slice(0, 40)}`)\
      """;

  private static PageServer server;

  @BeforeAll
  static void start() throws TimeoutException {
    var desk =
        new FakeDesk()
            .article(
                "long",
                "en",
                LONG.repeat(3).strip() + "?",
                "See https://shop.example/" + "a".repeat(90))
            .article("long", "zh", "这个词是什么意思".repeat(12) + "？", "请看说明。".repeat(20));
    server = new PageServer(desk::mount);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  static List<Arguments> people() {
    var chinese = Browser.person().speaking("zh-CN");
    return List.of(
        Arguments.of("en, desktop", Browser.person()),
        Arguments.of("en, telephone", Browser.person().onPhone()),
        Arguments.of("zh, desktop", chinese),
        Arguments.of("zh, telephone", chinese.onPhone()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void nothing_is_cut_off(String name, Person person) {
    try (var editor = person.visit(server.at("/console/#/needs")).expectingSignedOut()) {
      var page = editor.page();
      signIn(page, "editor", "secret");
      fits(page, "#/needs", ".need");
      fits(page, "#/usage", ".use-table");
      fits(page, "#/usage/flows/track-order", ".lost li");
      fits(page, "#/synonyms", "#synonyms-en");
      fits(page, "#/articles/long", "#en-question");
      page.locator("#" + (name.startsWith("zh") ? "zh" : "en") + "-question").fill("Changed");
      page.locator(".ask input").first().fill("long");
      page.locator(".ask input").first().press("Enter");
      assertThat(page.locator(".asked .before").first()).isVisible();
      page.locator(".asked > details").first().locator("summary").click();
      assertThat(cutOff(page)).as("asked as a shopper").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "editor"})
  void the_smallest_telephone_shows_every_room_at_once(String role) {
    try (var visitor = ConsolePages.at(server, role, "")) {
      var page = visitor.page();
      page.setViewportSize(320, 568);
      assertThat(page.locator(".bar nav a").nth(1)).isVisible();
      for (var room : page.locator(".bar nav a").all()) {
        assertThat(room).isInViewport(new IsInViewportOptions().setRatio(1));
      }
    }
  }

  private static void fits(Page page, String route, String seen) {
    page.navigate(server.at("/console/" + route));
    assertThat(page.locator(seen).first()).isVisible();
    assertThat(cutOff(page)).as(route).isEmpty();
  }

  private static List<?> cutOff(Page page) {
    return (List<?>) page.evaluate(CUT_OFF);
  }
}
