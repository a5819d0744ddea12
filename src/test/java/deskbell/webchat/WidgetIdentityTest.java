package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import deskbell.Browser;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Whose conversation it is, as shoppers sign in and out through the page's own scripts. */
class WidgetIdentityTest extends WidgetCase {
  @Test
  void an_anonymous_conversation_is_taken_along_at_sign_in() {
    try (var shopper = shopper()) {
      say(shopper.page(), "I am nobody");
      assertThat(lines(shopper.page())).hasCount(2);
      sign(shopper.page(), "ada");
      until("she says hello", () -> chat.heard("hello").getLast().containsKey("identity"));
      say(shopper.page(), "Now I am Ada");
      assertThat(lines(shopper.page())).hasCount(4);
      assertThat(chat.talks()).isEqualTo(1);
      assertThat(chat.heard("hello").getLast().getString("resume")).startsWith("token-");
    }
  }

  @Test
  void another_shopper_at_the_same_screen_sees_nothing_of_the_last_one() {
    try (var shopper = shopper()) {
      sign(shopper.page(), "ada");
      say(shopper.page(), "I am Ada");
      assertThat(lines(shopper.page())).hasCount(2);
      assertThat(chat.heard("hello").getLast().getJsonObject("identity").getString("user"))
          .isEqualTo("ada");
      sign(shopper.page(), "grace");
      assertThat(lines(shopper.page())).hasCount(0);
      assertThat((String) shopper.page().evaluate("JSON.stringify(localStorage)"))
          .doesNotContain("token-");
      say(shopper.page(), "I am Grace");
      assertThat(lines(shopper.page())).hasCount(2);
      assertThat(chat.talks()).isEqualTo(2);
    }
  }

  @Test
  void signing_in_loads_nothing_before_the_chat_is_opened() {
    try (var shopper = Browser.person().visit(server.at("/?lang=en"))) {
      var page = shopper.page();
      assertThat(page.locator(".launcher")).isVisible();
      var loaded = Collections.synchronizedList(new ArrayList<String>());
      page.onRequest(request -> loaded.add(request.url()));
      sign(page, "ada");
      page.evaluate("() => document.querySelector('deskbell-chat').speak('zh')");
      assertThat(page.locator(".launcher")).hasAttribute("aria-label", "在线咨询");
      assertThat(loaded).isEmpty();
      opened(shopper);
      say(page, "你好");
      assertThat(lines(page)).hasCount(2);
      var hello = chat.heard("hello").getFirst();
      assertThat(hello.getJsonObject("identity").getString("user")).isEqualTo("ada");
      assertThat(hello.getString("locale")).isEqualTo("zh");
      assertThat(chat.knocks()).isEqualTo(1);
    }
  }

  @Test
  void whoever_is_signed_in_by_each_page_keeps_the_conversation() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      sign(page, "ada");
      say(page, "I am Ada");
      assertThat(lines(page)).hasCount(2);
      sign(page, "ada");
      assertThat(chat.knocks()).as("she was signed in already").isEqualTo(1);

      page.reload();
      assertThat(page.locator(".launcher")).isVisible();
      sign(page, "ada");
      until("it is taken up", () -> chat.heard("hello").size() == 2);
      opened(shopper);
      assertThat(lines(page)).hasCount(2);
      assertThat(chat.talks()).isEqualTo(1);
    }
  }

  @Test
  void whoever_opens_the_chat_without_signing_in_again_sees_nothing_of_it() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      sign(page, "ada");
      say(page, "I am Ada");
      assertThat(lines(page)).hasCount(2);
      page.reload();
      opened(shopper);
      assertThat(page.locator(".greeting")).isVisible();
      assertThat(lines(page)).hasCount(0);
      sign(page, "ada");
      say(page, "I am Ada again");
      assertThat(lines(page)).hasCount(2);
      assertThat(chat.talks()).isEqualTo(2);
    }
  }

  private static void sign(Page page, String user) {
    page.evaluate(
        "user => document.querySelector('deskbell-chat').identify({user, expires: 4102444800,"
            + " signature: 'aa'})",
        user);
  }
}
