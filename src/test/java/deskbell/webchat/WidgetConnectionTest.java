package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import deskbell.PageServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What the widget does while its connection is lost, slow, refused or shared. */
class WidgetConnectionTest extends WidgetCase {
  @Test
  void a_message_stands_there_at_once_and_is_marked_sent_once_it_is_acknowledged() {
    chat.silence(true);
    try (var shopper = shopper()) {
      chat.answering((talk, text) -> {});
      say(shopper.page(), "Hello");
      assertThat(lines(shopper.page())).hasText(new String[] {"Hello"});
      until("it arrives", () -> chat.heard("say").size() == 1);
      chat.silence(false);
      chat.cut(1012);
      assertThat(shopper.page().locator(".list .state")).hasText("Sent");
      assertThat(lines(shopper.page())).hasCount(1);
      assertThat(chat.talk().said()).containsExactly("Hello");
    }
  }

  @Test
  void an_unacknowledged_message_survives_a_reload_and_is_stored_once() {
    chat.silence(true);
    try (var shopper = shopper()) {
      say(shopper.page(), "Where is it?");
      until("it arrives", () -> chat.heard("say").size() == 1);
      chat.silence(false);
      shopper.page().reload();
      until("it is sent again", () -> chat.heard("say").size() == 2);
      opened(shopper);
      assertThat(lines(shopper.page()))
          .hasText(new String[] {"Where is it?", "You said Where is it?."});
      assertThat(chat.talk().said()).containsExactly("Where is it?");
      assertThat(chat.heard("say").get(1).getString("id"))
          .isEqualTo(chat.heard("say").get(0).getString("id"));
    }
  }

  @Test
  void what_is_written_without_a_connection_goes_out_once_it_is_back() throws TimeoutException {
    try (var shopper = shopper().expecting("ERR_CONNECTION_REFUSED")) {
      say(shopper.page(), "One");
      assertThat(lines(shopper.page())).hasCount(2);
      limit(shopper.page(), "longestWait", 500);
      var port = server.port();
      server.close();
      chat.lost();
      say(shopper.page(), "Two");
      assertThat(shopper.page().locator(".standing")).containsText("No connection.");
      assertThat(shopper.page().locator(".list .state")).hasText("Not sent yet");
      server = new PageServer(port, WidgetTest::route);
      assertThat(lines(shopper.page()))
          .hasText(new String[] {"One", "You said One.", "Two", "You said Two."});
      assertThat(shopper.page().locator(".standing")).isEmpty();
      assertThat(chat.talk().said()).containsExactly("One", "Two");
    }
  }

  @Test
  void a_device_without_a_network_says_so_at_once() {
    try (var shopper = shopper().expecting("ERR_INTERNET_DISCONNECTED")) {
      say(shopper.page(), "One");
      assertThat(lines(shopper.page())).hasCount(2);
      shopper.offline(true);
      say(shopper.page(), "Two");
      assertThat(shopper.page().locator(".list .state")).hasText("Not sent yet");
      assertThat(shopper.page().locator(".standing")).containsText("No connection.");
      shopper.offline(false);
      assertThat(lines(shopper.page()))
          .hasText(new String[] {"One", "You said One.", "Two", "You said Two."});
      assertThat(chat.talk().said()).containsExactly("One", "Two");
    }
  }

  @Test
  void try_now_does_not_wait_for_the_next_try() {
    try (var shopper = shopper()) {
      say(shopper.page(), "One");
      assertThat(lines(shopper.page())).hasCount(2);
      limit(shopper.page(), "firstWait", 600_000);
      limit(shopper.page(), "longestWait", 600_000);
      chat.cut(1012);
      button(shopper.page(), "Try now").click();
      assertThat(shopper.page().locator(".standing")).isEmpty();
      say(shopper.page(), "Two");
      assertThat(lines(shopper.page())).hasCount(4);
    }
  }

  @Test
  void try_now_does_not_wait_for_a_try_that_hangs() {
    try (var shopper = shopper()) {
      say(shopper.page(), "One");
      assertThat(lines(shopper.page())).hasCount(2);
      limit(shopper.page(), "connect", 600_000);
      chat.deaf(true);
      chat.cut(1012);
      say(shopper.page(), "Two");
      until("a try hangs", () -> chat.knocks() == 2);
      assertThat(shopper.page().locator(".list .state")).hasText("Not sent yet");
      assertThat(shopper.page().locator(".standing")).containsText("No connection.");
      chat.deaf(false);
      button(shopper.page(), "Try now").click();
      assertThat(lines(shopper.page())).hasCount(4);
      assertThat(shopper.page().locator(".standing")).isEmpty();
      assertThat(chat.talk().said()).containsExactly("One", "Two");
    }
  }

  @Test
  void without_a_connection_nobody_is_said_to_write() {
    try (var shopper = shopper()) {
      say(shopper.page(), "One");
      assertThat(lines(shopper.page())).hasCount(2);
      var typing = shopper.page().locator(".typing");
      chat.talk().send(new JsonObject().put("type", "typing").put("from", "bot").put("on", true));
      assertThat(typing).hasAttribute("aria-label", "The bot is writing");
      assertThat(typing).isVisible();
      chat.deaf(true);
      chat.cut(1012);
      assertThat(typing).isHidden();
    }
  }

  /** Changes a limit of the page's socket, in milliseconds. */
  private static void limit(Page page, String name, int value) {
    page.evaluate(
        "async ([name, value]) => { (await import('/shared/socket.js')).LIMITS[name] = value; }",
        List.of(name, value));
  }

  @Test
  void what_was_missed_is_read_again_after_a_lost_connection_or_a_lost_event() {
    try (var shopper = shopper()) {
      say(shopper.page(), "One");
      assertThat(lines(shopper.page())).hasCount(2);
      chat.talk().lose("bot", "This event gets lost.");
      chat.talk().post("bot", "This one shows the gap.");
      assertThat(lines(shopper.page()))
          .hasText(
              new String[] {
                "One", "You said One.", "This event gets lost.", "This one shows the gap."
              });
      assertThat(chat.heard("hello").getLast().getInteger("after")).isEqualTo(2);
    }
  }

  @Test
  void two_tabs_share_one_conversation() {
    try (var shopper = shopper()) {
      say(shopper.page(), "From the first");
      assertThat(lines(shopper.page())).hasCount(2);
      var second = shopper.tab(server.at("/?lang=en"));
      assertThat(second.locator(".launcher")).isVisible();
      second.locator(".launcher").click();
      assertThat(lines(second)).hasCount(2);
      say(second, "From the second");
      assertThat(lines(shopper.page())).hasCount(4);
      assertThat(lines(second)).hasCount(4);
      assertThat(chat.talks()).isEqualTo(1);
    }
  }

  @Test
  void a_hurried_shopper_waits_and_loses_nothing() {
    chat.refuseNext("rate_limited", new JsonObject().put("retryAfterSeconds", 120));
    try (var shopper = shopper()) {
      shopper.page().clock().install();
      say(shopper.page(), "One");
      assertThat(shopper.page().locator(".notice"))
          .hasText("That was quick. Your message is kept and goes out in 2 minutes.");
      say(shopper.page(), "Two");
      assertThat(shopper.page().locator(".list .state").first()).hasText("Sends in 2 minutes");
      assertThat(chat.talk().said()).isEmpty();
      shopper.page().clock().fastForward("02:00");
      assertThat(lines(shopper.page()))
          .hasText(new String[] {"One", "You said One.", "Two", "You said Two."});
      assertThat(chat.talk().said()).containsExactly("One", "Two");
    }
  }

  @Test
  void a_refused_message_says_so_and_is_sent_again_on_request() {
    chat.refuseNext("id_reused", new JsonObject());
    try (var shopper = shopper()) {
      say(shopper.page(), "Hello");
      assertThat(shopper.page().locator(".foot.failed span"))
          .hasText("Not sent. It got mixed up with another one. Please try again.");
      button(shopper.page(), "Try again").click();
      assertThat(lines(shopper.page())).hasText(new String[] {"Hello", "You said Hello."});
      assertThat(chat.heard("say").get(1).getString("id"))
          .isNotEqualTo(chat.heard("say").get(0).getString("id"));
    }
  }

  @Test
  void an_unknown_token_is_dropped_and_the_words_are_kept() {
    try (var shopper = shopper()) {
      say(shopper.page(), "Old");
      assertThat(lines(shopper.page())).hasCount(2);
      chat.forgetTokens();
      chat.cut(1012);
      say(shopper.page(), "New");
      assertThat(lines(shopper.page())).hasText(new String[] {"New", "You said New."});
      assertThat(chat.talks()).isEqualTo(2);
    }
  }

  @Test
  void first_words_without_a_connection_are_sent_from_the_next_page_without_opening_it() {
    chat.deaf(true);
    try (var shopper = shopper()) {
      say(shopper.page(), "Where is it?");
      assertThat(lines(shopper.page())).hasCount(1);
      chat.deaf(false);
      shopper.page().reload();
      until("they arrive", () -> chat.heard("say").size() == 1);
      assertThat(shopper.page().locator(".badge")).hasText("1");
      assertThat(chat.talk().said()).containsExactly("Where is it?");
    }
  }
}
