package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deskbell.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A conversation in the widget, from the first word to the last. */
class WidgetTest extends WidgetCase {
  @Test
  void a_shopper_asks_and_is_answered() {
    try (var shopper = shopper()) {
      assertThat(shopper.page().locator(".greeting p"))
          .containsText("Hello, I’m the bot at Lantern Lane.");
      say(shopper.page(), "How much is delivery?");
      assertThat(lines(shopper.page()))
          .hasText(new String[] {"How much is delivery?", "You said How much is delivery?."});
      assertThat(shopper.page().locator(".list em")).hasText("How much is delivery?");
    }
  }

  @Test
  void a_shopper_asks_and_is_answered_in_chinese() {
    try (var shopper = opened(Browser.person().speaking("zh-CN").onPhone().visit(server.at("/")))) {
      assertThat(shopper.page().locator(".greeting p")).containsText("您好，我是灯巷的机器人客服。");
      assertThat(shopper.page().locator("h1").last()).hasText("灯巷");
      say(shopper.page(), "运费是多少？");
      assertThat(lines(shopper.page())).hasText(new String[] {"运费是多少？", "You said 运费是多少？."});
      assertThat(chat.heard("hello").getFirst().getString("locale")).isEqualTo("zh");
    }
  }

  @Test
  void no_conversation_begins_before_the_first_word() {
    try (var shopper = shopper()) {
      assertThat(shopper.page().locator(".greeting p")).isVisible();
      assertThat(chat.talks()).isZero();
      shopper.page().locator(".composer textarea").pressSequentially("W");
      until("a conversation begins with the first key", () -> chat.talks() == 1);
    }
  }

  @Test
  void an_unread_answer_is_counted_on_the_launcher() {
    try (var shopper = shopper()) {
      say(shopper.page(), "One");
      assertThat(lines(shopper.page())).hasCount(2);
      shopper.page().keyboard().press("Escape");
      assertThat(shopper.page().locator(".launcher")).isFocused();
      chat.talk().post("agent", "A late answer", new JsonObject().put("name", "Mei"));
      assertThat(shopper.page().locator(".badge")).hasText("1");
      opened(shopper);
      until("it is read", () -> chat.heard("read").getLast().getInteger("seq") == 3);
      shopper.page().keyboard().press("Escape");
      assertThat(shopper.page().locator(".badge")).isHidden();
    }
  }

  @Test
  void a_quick_reply_answers_the_question_and_goes() {
    chat.answering((talk, text) -> talk.post("bot", "Which one?", choices("The lamp", "The pot")));
    try (var shopper = shopper()) {
      say(shopper.page(), "My order");
      button(shopper.page(), "The lamp").click();
      assertThat(lines(shopper.page()))
          .hasText(new String[] {"My order", "Which one?", "The lamp"});
      assertThat(button(shopper.page(), "The pot")).hasCount(0);
      until("it arrives", () -> !chat.heard("choose").isEmpty());
      assertThat(chat.heard("choose").getFirst().getString("value")).isEqualTo("The lamp");
      assertThat(chat.heard("choose").getFirst().getInteger("message")).isEqualTo(2);
    }
  }

  @Test
  void a_choice_that_came_too_late_is_taken_back_and_explained() {
    chat.answering((talk, text) -> talk.post("bot", "Which one?", choices("The lamp")));
    try (var shopper = shopper()) {
      say(shopper.page(), "My order");
      assertThat(button(shopper.page(), "The lamp")).isVisible();
      chat.refuseNext("not_open", new JsonObject());
      button(shopper.page(), "The lamp").click();
      assertThat(shopper.page().locator(".notice"))
          .hasText("That question has been dealt with already. Please write your answer instead.");
      assertThat(lines(shopper.page())).hasCount(2);
    }
  }

  private static JsonObject choices(String... labels) {
    var choices = new JsonArray();
    for (var label : labels) {
      choices.add(new JsonObject().put("label", label).put("value", label));
    }
    return new JsonObject().put("choices", choices);
  }

  @Test
  void a_person_is_asked_for_from_the_header_and_answers_by_name() {
    try (var shopper = shopper()) {
      button(shopper.page(), "Talk to a person").click();
      assertThat(shopper.page().locator(".standing"))
          .hasText("You’re number 2 in the queue. The wait is about 3 minutes.");
      assertThat(shopper.page().locator("header .mode")).hasText("Waiting for a person");
      chat.talk().status("human", new JsonObject().put("agent", "Mei"));
      chat.talk().send(new JsonObject().put("type", "typing").put("from", "agent").put("on", true));
      assertThat(shopper.page().locator(".typing")).hasAttribute("aria-label", "Mei is writing");
      chat.talk().post("agent", "Hello, I’m **Mei**.", new JsonObject().put("name", "Mei"));
      assertThat(shopper.page().locator(".typing")).isHidden();
      assertThat(shopper.page().locator(".from-agent .who")).hasText("Mei, customer service");
      assertThat(shopper.page().locator("header .mode")).hasText("Mei, customer service");
      assertThat(shopper.page().locator(".standing")).isEmpty();
      shopper.page().locator(".composer textarea").pressSequentially("Thank");
      until("the desk hears typing", () -> !chat.heard("typing").isEmpty());
    }
  }

  @Test
  void a_message_is_left_when_nobody_is_there() {
    try (var shopper = shopper()) {
      button(shopper.page(), "Talk to a person").click();
      until("the wish arrives", () -> chat.heard("human").size() == 1);
      chat.talk().status("waiting", new JsonObject().put("open", false));
      assertThat(shopper.page().locator(".standing"))
          .containsText("Nobody is at the desk at the moment. You keep your place in the queue.");
      button(shopper.page(), "Leave a message").click();
      button(shopper.page(), "Send message").click();
      assertThat(shopper.page().locator("#email-error"))
          .hasText("Enter an address such as name@example.com.");
      assertThat(shopper.page().getByLabel("Your e-mail address")).isFocused();
      shopper.page().getByLabel("Your e-mail address").fill("ada@shop.example");
      shopper.page().locator(".sheet textarea").fill("Please call me back.");
      button(shopper.page(), "Send message").click();
      assertThat(shopper.page().locator(".notice"))
          .hasText("Your message is with us. We’ll answer to ada@shop.example.");
      assertThat(chat.heard("leave").getFirst().getString("email")).isEqualTo("ada@shop.example");
      assertThat(lines(shopper.page()).last()).hasText("Please call me back.");
    }
  }

  @Test
  void an_answer_is_rated_once_and_the_rating_is_remembered() {
    try (var shopper = shopper()) {
      say(shopper.page(), "Hello");
      button(shopper.page(), "This helped").click();
      assertThat(button(shopper.page(), "This helped")).hasAttribute("aria-pressed", "true");
      until("it arrives", () -> chat.heard("rate").size() == 1);
      assertThat(chat.heard("rate").getFirst().getBoolean("helpful")).isTrue();
      assertThat(chat.heard("rate").getFirst().getInteger("message")).isEqualTo(2);
      shopper.page().reload();
      opened(shopper);
      assertThat(button(shopper.page(), "This helped")).hasAttribute("aria-pressed", "true");
    }
  }

  @Test
  void an_ended_conversation_is_judged_and_another_begins() {
    try (var shopper = shopper()) {
      say(shopper.page(), "Hello");
      assertThat(lines(shopper.page())).hasCount(2);
      menu(shopper.page(), "End the conversation");
      button(shopper.page(), "End conversation").click();
      shopper
          .page()
          .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("3 out of 5"))
          .click();
      shopper.page().keyboard().press("ArrowRight");
      assertThat(shopper.page().getByRole(AriaRole.RADIO).nth(3)).isFocused();
      shopper.page().locator(".ended textarea").fill("Quick");
      button(shopper.page(), "Send rating").click();
      assertThat(shopper.page().locator(".rating"))
          .hasText("Thank you. Your rating is with the team.");
      until("it arrives", () -> !chat.heard("rate").isEmpty());
      assertThat(chat.heard("rate").getFirst().getInteger("score")).isEqualTo(4);
      assertThat(chat.heard("rate").getFirst().getString("comment")).isEqualTo("Quick");
      button(shopper.page(), "Start a new conversation").click();
      assertThat(lines(shopper.page())).hasCount(0);
      say(shopper.page(), "Again");
      assertThat(lines(shopper.page())).hasCount(2);
      assertThat(chat.talks()).isEqualTo(2);
    }
  }

  @Test
  void a_conversation_is_deleted_here_and_there() {
    try (var shopper = shopper()) {
      say(shopper.page(), "My secret");
      assertThat(lines(shopper.page())).hasCount(2);
      menu(shopper.page(), "Delete my conversation");
      button(shopper.page(), "Delete").click();
      assertThat(shopper.page().locator(".notice")).hasText("Your conversation has been deleted.");
      assertThat(lines(shopper.page())).hasCount(0);
      assertThat((String) shopper.page().evaluate("JSON.stringify(localStorage)"))
          .doesNotContain("token-", "secret");
    }
  }

  @Test
  void the_language_is_switched_in_the_middle() {
    try (var shopper = shopper()) {
      say(shopper.page(), "Hello");
      assertThat(lines(shopper.page())).hasCount(2);
      menu(shopper.page(), "中文");
      assertThat(shopper.page().locator("header .mode")).hasText("机器人客服，即时回复");
      until("the server knows", () -> chat.talk().locale().equals("zh"));
      shopper.page().reload();
      assertThat(shopper.page().locator(".launcher")).hasAttribute("aria-label", "在线咨询");
    }
  }
}
