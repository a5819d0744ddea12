package deskbell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import deskbell.Browser.Person;
import deskbell.Browser.Visitor;
import deskbell.console.FakeDesk;
import deskbell.webchat.FakeChat;
import deskbell.webchat.WidgetTour;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes pictures of every page, in both languages, on desk and telephone, by day and by night, to
 * {@code target/screenshots} for a person to look at: {@code mvn test -Dtest=PageGallery}. Its name
 * keeps it out of the ordinary run. Long because every page is arranged by the same few hands.
 */
class PageGallery {
  /** Every picture within the window is there. */
  private static final String SEEN =
      "[...document.images].every(it => it.complete || it.getBoundingClientRect().top >"
          + " innerHeight)";

  private static final String DELIVERY =
      """
      Standard delivery is **£3.95**, and free from £50.

      - Next day, if you order by 16:00: £5.95
      - To a pick-up point: £2.95

      See [all delivery options](https://lanternlane.example/delivery).\
      """;
  private static final String DELIVERY_ZH =
      """
      标准配送 **¥10**，满 ¥199 包邮。

      - 16:00 前下单，次日达：¥18
      - 自提点取货：¥5

      查看[全部配送方式](https://lanternlane.example/delivery)。\
      """;

  private final FakeChat chat = new FakeChat();
  private final FakeDesk desk = new FakeDesk();
  private PageServer server;

  private static JsonObject reasoned(String language) {
    return new JsonObject()
        .put("source", new JsonObject().put("kind", "article").put("id", "delivery-cost"))
        .put(
            "trace",
            new JsonArray()
                .add("language: " + language)
                .add("entity: money")
                .add("opinion: linear delivery_cost 0.97")
                .add("opinion: neighbours delivery_cost 0.58")
                .add("opinion: transformer delivery_options 0.49")
                .add("intent: delivery_cost 0.91")
                .add("intent: delivery_options 0.06")
                .add("article: delivery-cost 0.93")
                .add("article: delivery-methods 0.12")
                .add("compared: Tell"));
  }

  @BeforeEach
  void start() throws TimeoutException {
    desk.conversation(
            "c1", "en", "asked", "Where is my order?", "On its **way**.", "A person please")
        .conversation("c2", "zh", "not_understood", "可以寄到台湾吗", "抱歉，没有找到答案。", "转人工")
        .conversation("c3", "zh", "", "羊毛被怎么洗", "30 °C 手洗。")
        .leftMessage("c5", "en", "ada@shop.example", "Please write to me about my lamp.")
        .conversation("c4", "en", "", "Do you deliver to the Channel Islands and to Ireland?")
        .article("delivery-cost", "en", "How much is delivery?", DELIVERY)
        .article("delivery-cost", "zh", "运费是多少？", DELIVERY_ZH)
        .article("returns", "en", "How do I return something?", "With the label.")
        .article("wool-care", "en", "How do I wash a lambswool jumper?", "By hand, at 30 °C.")
        .article("wool-care", "zh", "羊毛衫怎么洗？", "30 °C 手洗。");
    desk.post("c1", "bot", DELIVERY, reasoned("en"));
    desk.post("c2", "bot", DELIVERY_ZH, reasoned("zh"));
    server =
        new PageServer(
            router -> {
              router.get("/chat").handler(chat::accept);
              desk.mount(router);
            });
  }

  @AfterEach
  void stop() throws TimeoutException {
    server.close();
  }

  static Stream<Arguments> people() {
    return Stream.of("en", "zh").flatMap(PageGallery::screens);
  }

  private static Stream<Arguments> screens(String language) {
    var person = Browser.person().speaking(language.equals("zh") ? "zh-CN" : "en-GB");
    return Stream.of(
        Arguments.of(language + "-desktop-day", language, person),
        Arguments.of(language + "-desktop-night", language, person.atNight()),
        Arguments.of(language + "-phone-day", language, person.onPhone()),
        Arguments.of(language + "-phone-night", language, person.onPhone().atNight()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void the_shopper_sees(String name, String language, Person person) {
    try (var shopper = person.visit(server.at("/?lang=" + language))) {
      var page = shopper.page();
      assertThat(page.locator(".launcher")).isVisible();
      page.waitForFunction(SEEN);
      shopper.picture(name + "-01-shop");
      var number = new AtomicInteger();
      new WidgetTour(
              page,
              chat,
              language.equals("zh"),
              state ->
                  shopper.picture(
                      "%s-02%c-%s".formatted(name, 'a' + number.getAndIncrement(), state)))
          .go();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void the_agent_sees(String name, String language, Person person) {
    try (var agent = person.visit(server.at("/console/")).expectingSignedOut()) {
      var page = agent.page();
      assertThat(page.locator("#password")).isVisible();
      agent.picture(name + "-11-sign-in");
      signIn(page, "agent");
      assertThat(page.locator(".group.waiting li")).hasCount(3);
      agent.picture(name + "-12-queue");
      page.keyboard().press("?");
      assertThat(page.locator("dialog")).isVisible();
      agent.picture(name + "-14-keys");
      page.keyboard().press("Escape");
      page.navigate(server.at("/console/#/desk/" + (language.equals("zh") ? "c2" : "c1")));
      page.locator(".talking header .primary").click();
      assertThat(page.locator(".reply")).isVisible();
      agent.picture(name + "-13-conversation");
      page.locator(".why summary").last().click();
      page.locator(".reply textarea")
          .fill(
              language.equals("zh")
                  ? "我来查一下。" + "请您稍等片刻。".repeat(12)
                  : "I’m looking into it. " + "One moment, please. ".repeat(9));
      page.locator(".reading").evaluate("it => it.scrollTop = it.scrollHeight");
      agent.picture(name + "-15-why");
      page.locator(".talking header button").last().click();
      assertThat(page.locator("dialog")).isVisible();
      agent.picture(name + "-16-close");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void nobody_waits(String name, String language, Person person) throws TimeoutException {
    var quiet = new FakeDesk();
    try (var empty = new PageServer(quiet::mount);
        var agent = person.visit(empty.at("/console/")).expectingSignedOut()) {
      signIn(agent.page(), "admin");
      assertThat(agent.page().locator(".group.waiting .hint")).not().isEmpty();
      agent.picture(name + "-17-nobody");
      agent.page().navigate(empty.at("/console/#/articles"));
      assertThat(agent.page().locator(".list-filter .hint")).not().isEmpty();
      agent.picture(name + "-27-no-articles");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void the_administrator_sees(String name, String language, Person person) {
    try (var admin = person.visit(server.at("/console/#/people")).expectingSignedOut()) {
      var page = admin.page();
      signIn(page, "admin");
      assertThat(page.locator(".people-list li")).hasCount(3);
      desk.shut("editor");
      page.reload();
      assertThat(page.locator(".people-list .shut")).hasCount(1);
      admin.picture(name + "-31-people");
      page.locator("#person-name").fill("Kim");
      page.locator(".adding .primary").click();
      assertThat(page.locator("dialog .secret")).isVisible();
      admin.picture(name + "-32-password");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void the_editor_sees(String name, String language, Person person) {
    try (var editor = person.visit(server.at("/console/")).expectingSignedOut()) {
      var page = editor.page();
      signIn(page, "editor");
      assertThat(page.locator(".article-list li")).hasCount(3);
      editor.picture(name + "-21-articles");
      page.navigate(server.at("/console/#/articles/delivery-cost"));
      assertThat(page.locator("#" + language + "-question")).isVisible();
      page.locator(".ask-row input").first().fill(language.equals("zh") ? "运费" : "delivery");
      page.locator(".ask-row input").first().press("Enter");
      assertThat(page.locator(".passages li").first()).isVisible();
      editor.picture(name + "-22-article");
      edits(editor, page, name, language);
      looksAhead(editor, page, name);
      page.navigate(server.at("/console/#/synonyms"));
      assertThat(page.locator("#synonyms-en")).hasValue("delivery, shipping, postage");
      editor.picture(name + "-23-synonyms");
    }
  }

  private void edits(Visitor editor, Page page, String name, String language) {
    var shipped = language.equals("zh") ? DELIVERY_ZH : DELIVERY;
    desk.savedElsewhere("delivery-cost", language, shipped + "\n\n★");
    page.reload();
    var side = page.locator(".side-form").first();
    side.locator(".primary").click();
    assertThat(page.locator(".notices p")).isVisible();
    desk.fileChanged("delivery-cost", language, shipped);
    page.reload();
    side.locator(".banner summary").click();
    editor.picture(name + "-24-merge");
    side.locator(".actions button").first().click();
    page.locator("dialog .history summary").first().click();
    assertThat(page.locator("dialog .history .as-read").first()).isVisible();
    editor.picture(name + "-25-history");
    page.keyboard().press("Escape");
    side.locator("input").first().fill("");
    side.locator("textarea").first().fill("…");
    side.scrollIntoViewIfNeeded();
    editor.picture(name + "-26-unsaved");
  }

  private void looksAhead(Visitor editor, Page page, String name) {
    page.locator(".side-form").first().locator(".actions button").nth(3).click();
    assertThat(page.locator("dialog progress")).isHidden();
    editor.picture(name + "-28-what-if");
    page.locator("dialog .actions button").click();
    page.navigate(server.at("/console/#/needs"));
    assertThat(page.locator(".need")).hasCount(3);
    editor.picture(name + "-29-needs");
    page.navigate(server.at("/console/#/usage"));
    assertThat(page.locator(".use-table tbody tr")).hasCount(3);
    editor.picture(name + "-29a-usage");
    page.navigate(server.at("/console/#/usage/flows"));
    assertThat(page.locator(".use-table tbody tr").first()).isVisible();
    editor.picture(name + "-29b-flows");
    page.navigate(server.at("/console/#/usage/flows/track-order"));
    assertThat(page.locator(".drawing svg")).isVisible();
    editor.picture(name + "-29c-flow");
  }

  private static void signIn(Page page, String name) {
    page.locator("#name").fill(name);
    page.locator("#password").fill("secret");
    page.locator("#password").press("Enter");
    assertThat(page.locator("main > div")).isVisible();
  }
}
