package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deskbell.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a shopper types into the widget, and what anybody's words look like there. */
class WidgetWritingTest extends WidgetCase {
  private static final String STORED = "localStorage.length";

  @Test
  void enter_sends_but_not_while_an_input_method_composes() {
    try (var shopper = shopper()) {
      var text = shopper.page().locator(".composer textarea");
      text.fill("你好");
      text.dispatchEvent(
          "keydown", new JsonObject().put("key", "Enter").put("isComposing", true).getMap());
      text.dispatchEvent(
          "keydown", new JsonObject().put("key", "Enter").put("keyCode", 229).getMap());
      text.press("Shift+Enter");
      text.pressSequentially("在吗");
      assertThat(text).hasValue("你好\n在吗");
      text.press("Enter");
      assertThat(lines(shopper.page())).hasCount(2);
      assertThat(lines(shopper.page()).first()).hasText("你好\n在吗");
      assertThat(chat.talk().said()).containsExactly("你好\n在吗");
    }
  }

  @Test
  void a_message_that_is_too_long_is_kept_and_said_so() {
    try (var shopper = shopper()) {
      var text = shopper.page().locator(".composer textarea");
      text.fill("x".repeat(2_001));
      assertThat(shopper.page().locator(".note"))
          .hasText("2001 of 2000 characters. Please shorten it.");
      text.press("Enter");
      assertThat(text).hasValue("x".repeat(2_001));
      text.fill("x");
      text.press("Enter");
      assertThat(lines(shopper.page())).hasCount(2);
      assertThat(chat.talk().said()).containsExactly("x");
    }
  }

  @Test
  void markup_from_anybody_stays_text() {
    var attack =
        "<img src=x onerror=\"document.title='hit'\"> [click](javascript:document.title='hit')";
    chat.answering(
        (talk, text) -> {
          talk.post("bot", attack);
          talk.post("agent", attack, new JsonObject().put("name", attack));
          talk.post(
              "bot",
              "card",
              new JsonObject()
                  .put(
                      "cards",
                      new JsonArray()
                          .add(
                              new JsonObject()
                                  .put("title", attack)
                                  .put("action", "Go")
                                  .put("url", "javascript:1")
                                  .put("image", "javascript:1"))));
        });
    try (var shopper = shopper()) {
      say(shopper.page(), attack);
      assertThat(lines(shopper.page())).hasCount(4);
      assertThat(lines(shopper.page()).first()).hasText(attack);
      assertThat(shopper.page().locator(".list img, .list a")).hasCount(0);
      assertThat(shopper.page()).hasTitle(Pattern.compile("^Lantern Lane"));
    }
  }

  @Test
  void everything_is_reached_and_left_by_keyboard() {
    try (var shopper = Browser.person().visit(server.at("/?lang=en"))) {
      var page = shopper.page();
      page.locator(".launcher").focus();
      page.keyboard().press("Enter");
      assertThat(
              page.getByRole(
                  AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Chat with Lantern Lane")))
          .isVisible();
      assertThat(page.locator(".composer textarea")).isFocused();
      assertThat(page.getByRole(AriaRole.LOG)).isVisible();
      button(page, "More").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".languages button").first()).isFocused();
      page.keyboard().press("Escape");
      assertThat(button(page, "More")).isFocused();
      page.keyboard().press("Escape");
      assertThat(page.locator(".launcher")).isFocused();
      assertThat((Integer) page.evaluate(STORED)).isZero();
    }
  }
}
