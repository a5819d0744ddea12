package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import deskbell.Axe;
import deskbell.Browser;
import deskbell.Browser.Person;
import deskbell.PageServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2 AA in the rooms of the console, by day and by night, as far as axe-core can tell. */
class ConsoleAccessibilityTest {
  private final FakeDesk desk = new FakeDesk();
  private final List<String> breaches = new ArrayList<>();
  private PageServer server;

  @BeforeEach
  void start() throws TimeoutException {
    desk.conversation("c1", "en", "asked", "Where is my order?", "On its **way**.", "A person")
        .conversation("c2", "zh", "", "羊毛被怎么洗", "30 °C 手洗。")
        .article("delivery-cost", "en", "How much is delivery?", "It is **£3.95**.")
        .article("delivery-cost", "zh", "运费是多少？", "¥10。")
        .article("returns", "en", "How do I return something?", "With the label.");
    server = new PageServer(this::mount);
  }

  private void mount(Router router) {
    desk.mount(router);
    router
        .get("/api/archive")
        .handler(
            context ->
                context.json(
                    new JsonObject()
                        .put(
                            "conversations",
                            new JsonArray()
                                .add(
                                    new JsonObject()
                                        .put("conversation", "c2")
                                        .put("mode", "closed")
                                        .put("language", "zh")
                                        .put("at", "2026-11-22T09:00:00Z")
                                        .put("text", "羊毛被怎么洗")))));
    router
        .get("/api/figures")
        .handler(
            context ->
                context.json(
                    new JsonObject()
                        .put("day", "2026-11-22")
                        .put("zone", "Asia/Shanghai")
                        .put("hour", new JsonObject().put("9", 4).put("10", 7))
                        .put(
                            "total",
                            new JsonObject()
                                .put("conversations", 11)
                                .put("bot", 8)
                                .put("person", 3))
                        .put("score", new JsonObject().put("5", 2))
                        .put("reason", new JsonObject().put("asked", 3))));
  }

  @AfterEach
  void stop() throws TimeoutException {
    server.close();
  }

  static Stream<Arguments> people() {
    return Stream.of(
        Arguments.of("en", Browser.person()),
        Arguments.of("zh", Browser.person().speaking("zh-CN").onPhone()));
  }

  private void look(Page page, String state) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      Axe.breaches(page).forEach(it -> breaches.add(state + " " + scheme + ": " + it));
    }
  }

  private void room(Page page, String route, String shown) {
    page.navigate(server.at("/console/" + route));
    assertThat(page.locator(shown).first()).isVisible();
    look(page, route);
  }

  @ParameterizedTest
  @MethodSource("people")
  void axe_finds_nothing_in_any_room(String language, Person person) {
    try (var admin = person.visit(server.at("/console/")).expectingSignedOut()) {
      var page = admin.page();
      ConsolePages.signIn(page, "admin", "secret");
      assertThat(page.locator(".group.waiting li")).hasCount(1);
      look(page, "queue");
      page.navigate(server.at("/console/#/desk/c1"));
      page.locator(".talking header .primary").click();
      assertThat(page.locator(".reply")).isVisible();
      look(page, "conversation");
      room(page, "#/archive", ".found li");
      room(page, "#/articles", ".article-list li");
      room(page, "#/articles/delivery-cost", "#" + language + "-question");
      edited(page, language);
      room(page, "#/needs", ".need");
      page.locator(".need .not-for-us").first().click();
      assertThat(page.locator(".need-gone")).isVisible();
      look(page, "a need put away");
      room(page, "#/usage", ".use-table tbody tr");
      room(page, "#/usage/flows", ".use-table tbody tr");
      room(page, "#/usage/flows/track-order", ".drawing svg");
      room(page, "#/synonyms", "#synonyms-en");
    }
    assertThat(breaches).isEmpty();
  }

  private void edited(Page page, String language) {
    page.locator(".ask-row input").first().fill("delivery");
    page.locator(".ask-row input").first().press("Enter");
    assertThat(page.locator(".passages li").first()).isVisible();
    page.locator("#" + language + "-answer").fill("…");
    look(page, "an unsaved edit, asked");
    var side = page.locator(".side-form").first();
    side.locator(".actions button").nth(2).click();
    assertThat(page.locator("dialog")).isVisible();
    look(page, "a dialog of the article");
    page.keyboard().press("Escape");
    page.locator(".list-acts button").first().evaluate("it => it.click()");
    assertThat(page.locator("dialog .transfer")).isVisible();
    look(page, "import and export");
    page.keyboard().press("Escape");
  }
}
