package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import deskbell.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Whoever goes by keyboard: where they stand after what they pressed has gone. */
class WidgetFocusTest extends WidgetCase {
  private static final JsonObject CHOICE =
      new JsonObject()
          .put(
              "choices",
              new JsonArray().add(new JsonObject().put("label", "The lamp").put("value", "lamp")));

  @Test
  void what_is_pressed_and_goes_leaves_them_in_the_conversation() {
    chat.answering((talk, text) -> talk.post("bot", "Which one?", CHOICE));
    try (var shopper = shopper()) {
      var page = shopper.page();
      page.locator(".greeting .choices button").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.LOG)).isFocused();
      press(page, "The lamp");
      assertThat(page.getByRole(AriaRole.LOG)).isFocused();
      press(page, "Talk to a person");
      assertThat(page.getByRole(AriaRole.LOG)).isFocused();
      page.keyboard().press("Escape");
      assertThat(page.locator(".launcher")).isFocused();
    }
  }

  @Test
  void where_they_write_is_marked_in_forced_colours_too() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      page.locator(".composer textarea").focus();
      assertThat(page.locator(".composer .field")).hasCSS("outline-style", "solid");
    }
  }

  @Test
  void a_thumb_keeps_the_focus_and_its_question_comes_next() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      say(page, "Hello");
      press(page, "This did not help");
      assertThat(button(page, "This did not help")).isFocused();
      page.keyboard().press("Tab");
      assertThat(button(page, "It isn’t right")).isFocused();
      page.keyboard().press("Enter");
      assertThat(button(page, "This did not help")).isFocused();
      assertThat(page.locator(".why")).hasCount(0);
    }
  }

  @Test
  void whoever_writes_on_is_not_asked_any_more_what_was_wrong() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      say(page, "Hello");
      button(page, "This did not help").click();
      page.locator(".why input").fill("Not for Jersey");
      chat.talk().post("bot", "One more thing.");
      assertThat(lines(page)).hasCount(3);
      assertThat(page.locator(".why input")).hasValue("Not for Jersey");
      say(page, "And for Jersey?");
      assertThat(page.locator(".why")).hasCount(0);
    }
  }

  @Test
  void whoever_begins_another_conversation_may_write_at_once() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      endAfter(page, "Hello");
      press(page, "Start a new conversation");
      assertThat(page.locator(".composer textarea")).isFocused();
    }
  }

  @Test
  void who_has_judged_is_not_asked_again() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      endAfter(page, "Hello");
      page.getByRole(AriaRole.RADIO).nth(1).click();
      page.locator(".ended textarea").fill("Slow");
      reopened(page);
      assertThat(page.locator(".ended textarea")).hasValue("Slow");
      assertThat(page.getByRole(AriaRole.RADIO).nth(1)).isChecked();
      button(page, "Send rating").click();
      until("it arrives", () -> !chat.heard("rate").isEmpty());
      reopened(page);
      assertThat(page.locator(".rating")).hasText("Thank you. Your rating is with the team.");
      page.reload();
      opened(shopper);
      assertThat(page.locator(".rating")).hasText("Thank you. Your rating is with the team.");
      button(page, "Start a new conversation").click();
      endAfter(page, "Again");
      assertThat(page.getByRole(AriaRole.RADIO)).hasCount(5);
    }
  }

  @Test
  void both_ends_of_the_scale_say_what_they_mean() {
    try (var shopper = opened(Browser.person().visit(server.at("/?lang=zh")))) {
      var page = shopper.page();
      say(page, "您好");
      assertThat(lines(page)).hasCount(2);
      menu(page, "更多", "结束对话");
      button(page, "结束对话").last().click();
      assertThat(page.locator(".ends span")).hasText(new String[] {"很不满意", "非常满意"});
      assertThat(page.getByRole(AriaRole.RADIO).first())
          .hasAttribute("aria-label", "1 分，满分 5 分，很不满意");
      assertThat(page.getByRole(AriaRole.RADIO).last())
          .hasAttribute("aria-label", "5 分，满分 5 分，非常满意");
    }
  }

  private static void menu(Page page, String more, String item) {
    button(page, more).click();
    button(page, item).click();
  }

  /** Says something, waits for the answer and ends the conversation. */
  private static void endAfter(Page page, String text) {
    say(page, text);
    assertThat(lines(page)).hasCount(2);
    menu(page, "End the conversation");
    button(page, "End conversation").click();
  }

  private static void reopened(Page page) {
    page.keyboard().press("Escape");
    page.locator(".launcher").click();
    assertThat(page.locator(".panel")).isVisible();
  }

  private static void press(Page page, String name) {
    button(page, name).focus();
    page.keyboard().press("Enter");
  }
}
