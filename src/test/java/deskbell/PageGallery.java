package deskbell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import deskbell.Browser.Person;
import deskbell.Browser.Visitor;
import deskbell.console.FakeDesk;
import deskbell.webchat.FakeChat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes pictures of every page, in both languages, on desk and telephone, by day and by night, to
 * {@code target/screenshots} for a person to look at: {@code mvn test -Dtest=PageGallery}. Its name
 * keeps it out of the ordinary run.
 */
class PageGallery {
  private static final JsonObject ARTICLE =
      new JsonObject().put("source", new JsonObject().put("kind", "article").put("id", "cost"));

  private final FakeChat chat = new FakeChat().answering(PageGallery::answer);
  private final FakeDesk desk = new FakeDesk();
  private PageServer server;

  @BeforeEach
  void start() throws TimeoutException {
    desk.conversation(
            "c1", "en", "asked", "Where is my order?", "On its **way**.", "A person please")
        .conversation("c2", "zh", "not_understood", "可以寄到台湾吗", "抱歉，没有找到答案。", "转人工")
        .conversation("c3", "zh", "", "羊毛被怎么洗", "30 °C 手洗。")
        .article(
            "delivery-cost", "en", "How much is delivery?", "It is **£3.95**, and free from £50.")
        .article("delivery-cost", "zh", "运费是多少？", "**¥10**，满 ¥199 包邮。")
        .article("returns", "en", "How do I return something?", "With the label.");
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

  private static void answer(FakeChat.Talk talk, String text) {
    if (text.contains("order") || text.contains("订单")) {
      var known = new JsonObject().put("label", "LL20481234").put("value", "LL20481234");
      talk.post("bot", "Which order?", new JsonObject().put("choices", new JsonArray().add(known)));
    } else {
      talk.post("bot", "It is **£3.95**:\n\n- free from £50\n- £2.95 to a pick-up point", ARTICLE);
    }
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
      shopper.picture(name + "-01-shop");
      page.locator(".launcher").click();
      assertThat(page.locator(".greeting p")).isVisible();
      shopper.picture(name + "-02-greeting");
      say(page, language.equals("zh") ? "运费是多少？" : "How much is delivery?", 2);
      shopper.picture(name + "-03-answer");
      say(page, language.equals("zh") ? "我的订单呢" : "My order", 4);
      shopper.picture(name + "-04-choices");
      page.locator("header .icon-button").first().click();
      assertThat(page.locator(".standing.calm")).isVisible();
      shopper.picture(name + "-05-waiting");
      person(page, shopper, name);
    }
  }

  private static void say(Page page, String text, int lines) {
    page.locator(".composer textarea").fill(text);
    page.locator(".composer textarea").press("Enter");
    assertThat(page.locator(".list .bubble")).hasCount(lines);
  }

  private void person(Page page, Visitor shopper, String name) {
    chat.talk().status("human", new JsonObject().put("agent", "Mei"));
    chat.talk().post("agent", "Hello, I’m Mei.", new JsonObject().put("name", "Mei"));
    assertThat(page.locator(".from-agent .who")).isVisible();
    shopper.picture(name + "-06-agent");
    chat.talk().status("closed", new JsonObject());
    assertThat(page.locator(".ended")).isVisible();
    shopper.picture(name + "-07-ended");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void the_agent_sees(String name, String language, Person person) {
    try (var agent = person.visit(server.at("/console/")).expecting("401")) {
      var page = agent.page();
      agent.picture(name + "-11-sign-in");
      signIn(page, "agent");
      assertThat(page.locator(".group.waiting li")).hasCount(2);
      agent.picture(name + "-12-queue");
      page.navigate(server.at("/console/#/desk/" + (language.equals("zh") ? "c2" : "c1")));
      page.locator(".talking header .primary").click();
      assertThat(page.locator(".reply")).isVisible();
      agent.picture(name + "-13-conversation");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void the_editor_sees(String name, String language, Person person) {
    try (var editor = person.visit(server.at("/console/")).expecting("401")) {
      var page = editor.page();
      signIn(page, "editor");
      assertThat(page.locator(".article-list li")).hasCount(2);
      editor.picture(name + "-21-articles");
      page.navigate(server.at("/console/#/articles/delivery-cost"));
      assertThat(page.locator("#" + language + "-question")).isVisible();
      page.locator(".ask-row input").first().fill(language.equals("zh") ? "运费" : "delivery");
      page.locator(".ask-row input").first().press("Enter");
      assertThat(page.locator(".passages li").first()).isVisible();
      editor.picture(name + "-22-article");
      page.navigate(server.at("/console/#/synonyms"));
      assertThat(page.locator("#synonyms-en")).hasValue("delivery, shipping, postage");
      editor.picture(name + "-23-synonyms");
    }
  }

  private static void signIn(Page page, String name) {
    page.locator("#name").fill(name);
    page.locator("#password").fill("secret");
    page.locator("#password").press("Enter");
    assertThat(page.locator("main > div")).isVisible();
  }
}
