package deskbell.webchat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The widget in a real browser, on the example shop's page, against a chat socket in memory. */
abstract class WidgetCase {
  static final JsonObject ARTICLE =
      new JsonObject().put("source", new JsonObject().put("kind", "article").put("id", "cost"));

  static volatile FakeChat chat;
  static PageServer server;

  @BeforeAll
  static void start() throws TimeoutException {
    server = new PageServer(WidgetCase::route);
  }

  static void route(Router router) {
    router.get("/chat").handler(context -> chat.accept(context));
  }

  @BeforeEach
  void newChat() {
    chat = new FakeChat().answering(WidgetCase::answer);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  static void answer(FakeChat.Talk talk, String text) {
    talk.post("bot", "You said *" + text + "*.", ARTICLE);
  }

  Visitor shopper() {
    return opened(Browser.person().visit(server.at("/?lang=en")));
  }

  static Visitor opened(Visitor visitor) {
    visitor.page().locator(".launcher").click();
    return visitor;
  }

  static void say(Page page, String text) {
    page.locator(".composer textarea").fill(text);
    page.locator(".composer textarea").press("Enter");
  }

  static Locator lines(Page page) {
    return page.locator(".list .bubble");
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static void menu(Page page, String item) {
    button(page, "More").click();
    button(page, item).click();
  }
}
