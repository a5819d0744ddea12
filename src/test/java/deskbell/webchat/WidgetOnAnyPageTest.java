package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import deskbell.web.Pages;
import deskbell.web.StaticFiles;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The widget as it is built, on a page of another site under a strict policy: what it loads and
 * when, and what the page can do with it. Long because each page is written out.
 */
class WidgetOnAnyPageTest {
  private static final Path BUILT = Path.of("target", "classes", Pages.CLASSPATH_FOLDER);
  private static final Set<String> LAUNCHER =
      Set.of("/widget/widget.js", "/shared/tokens.css", "/widget/launcher.css");
  private static final int KB = 1024;
  private static final String SET =
      "([name, value]) => document.querySelector('deskbell-chat').setAttribute(name, value)";

  private static final String ELEMENT = "document.querySelector('deskbell-chat')";
  private static final String MEMORY = "'deskbell.chat.' + new URL(" + ELEMENT + ".server).host";

  private static volatile FakeChat chat;
  private static PageServer desk;

  @BeforeAll
  static void start() throws TimeoutException {
    desk =
        new PageServer(
            router -> {
              router.get("/chat").handler(context -> chat.accept(context));
              new StaticFiles(Pages.built()).mount(router);
            });
  }

  @BeforeEach
  void newChat() {
    chat = new FakeChat().answering((talk, text) -> talk.post("bot", "You said *" + text + "*."));
  }

  @AfterAll
  static void stop() throws TimeoutException {
    desk.close();
  }

  @Test
  void only_the_launcher_is_loaded_before_the_chat_is_opened() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = Browser.person().visit("about:blank")) {
      var loaded = loads(shopper.page());
      shopper.page().navigate(shop.address());
      assertThat(shopper.page().locator(".launcher")).isVisible();
      assertThat(loaded).containsExactlyInAnyOrderElementsOf(LAUNCHER);
      assertThat(compressed(loaded)).as("bytes of %s", loaded).isLessThanOrEqualTo(6 * KB);

      shopper.page().locator(".launcher").click();
      talk(shopper.page());
      assertThat(compressed(loaded)).as("bytes of %s", loaded).isLessThanOrEqualTo(25 * KB);
      assertThat(chat.knocks()).isEqualTo(1);
    }
  }

  @Test
  void the_longer_language_keeps_within_the_limit_too() throws Exception {
    try (var shop = new ShopPage(desk, " data-locale=\"zh\"");
        var shopper = Browser.person().visit("about:blank")) {
      var loaded = loads(shopper.page());
      shopper.page().navigate(shop.address());
      shopper.page().locator(".launcher").click();
      assertThat(shopper.page().locator(".greeting p").first()).containsText("您好");
      assertThat(loaded).contains("/widget/texts_zh.js").doesNotContain("/widget/texts_en.js");
      assertThat(compressed(loaded)).as("bytes of %s", loaded).isLessThanOrEqualTo(25 * KB);
    }
  }

  @Test
  void a_stored_conversation_is_taken_up_on_the_next_page_without_opening_it() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = opened(shop)) {
      talk(shopper.page());
      shopper.page().keyboard().press("Escape");
      shopper.page().reload();
      assertThat(shopper.page().locator(".launcher")).isVisible();
      until("it is taken up", () -> chat.heard("hello").size() == 2);
      chat.talk().post("bot", "One more thing.");
      assertThat(shopper.page().locator(".badge")).hasText("1");
    }
  }

  @Test
  void no_cookie_is_set_anywhere() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = opened(shop).expecting("favicon")) {
      talk(shopper.page());
      assertThat(shopper.page().context().cookies()).isEmpty();
      shopper.page().navigate(desk.at("/widget/room.js"));
      assertThat((Integer) shopper.page().evaluate("localStorage.length"))
          .as("kept for the shop's own site, not for the desk's")
          .isZero();
    }
  }

  @Test
  void the_page_hears_what_happens_and_may_act() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = Browser.person().visit(shop.address())) {
      var page = shopper.page();
      assertThat(page.locator(".launcher")).isVisible();
      page.evaluate(
          """
          () => {
            window.heard = [];
            for (const name of ['open', 'close', 'message', 'unread', 'status']) {
              addEventListener(`deskbell-${name}`, ({ detail }) => window.heard.push([name, detail]));
            }
          }\
          """);
      page.evaluate("() => document.querySelector('deskbell-chat').send('Is it raining?')");
      assertThat(page.locator(".list .bubble")).hasCount(2);
      page.evaluate("() => document.querySelector('deskbell-chat').open()");
      page.evaluate("() => document.querySelector('deskbell-chat').close()");
      assertThat(page.locator(".panel")).isHidden();
      chat.talk().status("human", new JsonObject().put("agent", "Mei"));
      chat.talk().post("agent", "Hello.", new JsonObject().put("name", "Mei"));
      assertThat(page.locator(".badge")).hasText("1");
      chat.talk().status("human", new JsonObject().put("agent", "Mei"));
      chat.talk().post("agent", "Are you there?", new JsonObject().put("name", "Mei"));
      assertThat(page.locator(".badge")).hasText("2");
      var heard = page.evaluate("JSON.stringify(window.heard)").toString();
      assertThat(heard).as("told once").containsOnlyOnce("\"mode\":\"human\"");
      assertThat(heard)
          .as("what an open panel shows is read")
          .startsWith("[[\"open\",null]")
          .contains("[\"close\",null],[\"status\"");
      assertThat(heard).as("it was open already").containsOnlyOnce("\"open\",null");
      assertThat(heard)
          .contains(
              "[\"open\",null]",
              "[\"close\",null]",
              "{\"seq\":2,\"from\":\"bot\",\"text\":\"You said *Is it raining?*.\"}",
              "[\"unread\",{\"unread\":1}]",
              "\"agent\":\"Mei\"");
    }
  }

  @Test
  void the_shop_sets_words_colours_and_sizes() throws Exception {
    var own =
        " data-texts='{\"en\":{\"launcher\":\"Ask Fern\",\"greeting\":\"Hello from {name}, I am a"
            + " bot.\"}}' data-theme=\"dark\" data-privacy=\"/privacy\"";
    try (var shop = new ShopPage(desk, own);
        var shopper = Browser.person().visit(shop.address())) {
      var page = shopper.page();
      assertThat(page.locator(".launcher")).hasAttribute("aria-label", "Ask Fern");
      page.evaluate(
          """
          () => {
            const { style } = document.querySelector('deskbell-chat');
            style.setProperty('--deskbell-width', '320px');
            style.setProperty('--deskbell-block', '64px');
          }\
          """);
      page.locator(".launcher").click();
      assertThat(page.locator(".greeting .bubble")).hasText("Hello from Fig and Fern, I am a bot.");
      assertThat(page.locator(".privacy a")).hasAttribute("href", shop.address() + "privacy");
      assertThat(page.locator(".panel")).hasCSS("width", "320px");
      assertThat(page.locator(".panel")).hasCSS("bottom", "64px");
      assertThat(page.locator(".panel")).hasCSS("color-scheme", "dark");
      var face = page.locator(".face");
      page.evaluate(SET, List.of("accent", "#008800"));
      assertThat(face).hasCSS("background-color", "rgb(0, 136, 0)");
      page.evaluate("() => document.querySelector('deskbell-chat').removeAttribute('accent')");
      assertThat(face).not().hasCSS("background-color", "rgb(0, 136, 0)");
    }
  }

  @Test
  void a_room_that_cannot_be_loaded_is_said_so_and_tried_again() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = Browser.person().visit(shop.address())) {
      var page = shopper.expecting("room.js").expecting("dynamically imported").page();
      page.route("**/room.js*", route -> route.abort());
      page.locator(".launcher").click();
      assertThat(page.locator(".trouble"))
          .hasText("The chat could not be loaded. Please try again.");
      page.unroute("**/room.js*");
      page.locator(".launcher").click();
      talk(page);
      assertThat(page.locator(".trouble")).isEmpty();
    }
  }

  @Test
  void an_element_that_is_taken_away_lets_go_of_its_line_and_another_goes_on() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = Browser.person().visit("about:blank")) {
      var page = shopper.page();
      var lines = new CopyOnWriteArrayList<WebSocket>();
      page.onWebSocket(lines::add);
      page.navigate(shop.address());
      page.locator(".launcher").click();
      talk(page);
      for (var route = 1; route <= 3; route++) {
        var now = route + 1;
        page.evaluate(
            """
            () => {
              document.querySelector('deskbell-chat').remove();
              document.body.append(document.createElement('deskbell-chat'));
            }\
            """);
        page.waitForCondition(() -> lines.size() == now && open(lines) == 1);
      }
      page.locator(".launcher").click();
      assertThat(page.locator(".list .bubble")).hasText(new String[] {"Hello", "You said Hello."});
    }
  }

  @Test
  void an_element_that_is_moved_or_put_back_goes_on() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = opened(shop)) {
      var page = shopper.page();
      talk(page);
      page.evaluate("() => document.querySelector('main').append(" + ELEMENT + ")");
      WidgetCase.say(page, "Still there?");
      assertThat(page.locator(".list .bubble")).hasCount(4);
      assertThat(chat.knocks()).as("moving costs no line").isEqualTo(1);
      page.evaluate("() => { window.away = " + ELEMENT + "; window.away.remove(); }");
      page.evaluate("() => document.body.append(window.away)");
      WidgetCase.say(page, "And now?");
      assertThat(page.locator(".list .bubble")).hasCount(6);
      assertThat(chat.knocks()).isEqualTo(2);
    }
  }

  @Test
  void a_language_that_is_not_spoken_is_refused_and_changes_nothing() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = Browser.person().visit(shop.address())) {
      var page = shopper.page();
      assertThat(page.locator(".launcher")).isVisible();
      var refused = page.evaluate("() => " + ELEMENT + ".speak('fr').catch(String)").toString();
      assertThat(refused).contains("speak takes en or zh, not fr");
      page.evaluate("() => localStorage.setItem(" + MEMORY + ", '{\"language\":\"fr\"}')");
      page.reload();
      assertThat(page.locator(".launcher")).hasAttribute("aria-label", "Chat with us");
      page.evaluate("() => " + ELEMENT + ".speak('zh-CN')");
      assertThat(page.locator(".launcher")).hasAttribute("aria-label", "在线咨询");
    }
  }

  @Test
  void the_page_may_hold_a_second_script_no_words_of_its_own_and_say_nothing() throws Exception {
    var another =
        "</script><script type=\"module\" src=\"" + desk.at("/widget/widget.js?v=2") + "\"";
    try (var shop = new ShopPage(desk, " data-texts=\"null\">" + another);
        var shopper = Browser.person().visit(shop.address())) {
      var page = shopper.page();
      assertThat(page.locator(".launcher")).isVisible();
      assertThat(page.locator("deskbell-chat")).hasCount(1);
      page.evaluate("() => " + ELEMENT + ".send('  ')");
      assertThat(page.locator(".composer textarea")).isFocused();
      assertThat(page.locator(".list .bubble")).hasCount(0);
    }
  }

  @Test
  void a_script_that_runs_before_the_page_has_a_body_waits_for_it() throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = Browser.person().visit("about:blank")) {
      var page = shopper.page();
      page.addInitScript(
          "Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });"
              + "addEventListener('DOMContentLoaded', () => delete document.readyState);"
              + "addEventListener('DOMContentLoaded', () => delete document.body);"
              + "Object.defineProperty(document, 'body', { value: null, configurable: true });");
      page.navigate(shop.address());
      assertThat(page.locator(".launcher")).isVisible();
    }
  }

  @Test
  void on_a_page_written_from_right_to_left_its_words_still_run_from_left_to_right()
      throws Exception {
    try (var shop = new ShopPage(desk, "");
        var shopper = Browser.person().visit(shop.address())) {
      var page = shopper.page();
      page.evaluate("() => { document.documentElement.dir = 'rtl'; }");
      page.locator(".launcher").click();
      talk(page);
      assertThat(page.locator(".panel")).hasCSS("left", "20px");
      assertThat(page.locator(".titles h1")).hasCSS("direction", "ltr");
      assertThat(page.locator(".list .bubble").first()).hasCSS("direction", "ltr");
      assertThat(page.locator(".list .bubble").first()).hasCSS("unicode-bidi", "plaintext");
    }
  }

  private static long open(List<WebSocket> lines) {
    return lines.stream().filter(line -> !line.isClosed()).count();
  }

  private static Visitor opened(ShopPage shop) {
    var visitor = Browser.person().visit(shop.address());
    visitor.page().locator(".launcher").click();
    return visitor;
  }

  private static void talk(Page page) {
    WidgetCase.say(page, "Hello");
    assertThat(page.locator(".list .bubble")).hasText(new String[] {"Hello", "You said Hello."});
  }

  private static Set<String> loads(Page page) {
    var paths = new TreeSet<String>();
    page.onRequest(
        request -> {
          if (request.url().startsWith(desk.at("/"))) {
            paths.add(URI.create(request.url()).getPath());
          }
        });
    return paths;
  }

  private static int compressed(Set<String> paths) throws IOException {
    var bytes = 0;
    for (var path : List.copyOf(paths)) {
      if (!path.equals("/chat")) {
        bytes += gzip(Files.readAllBytes(BUILT.resolve(path.substring(1)))).length;
      }
    }
    return bytes;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
