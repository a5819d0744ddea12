package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The widget in a real browser, on the example shop's page, against a chat socket in memory. */
class WidgetTest {
  private static final JsonObject ARTICLE =
      new JsonObject().put("source", new JsonObject().put("kind", "article").put("id", "cost"));
  private static final String STORED = "localStorage.length";

  private static volatile FakeChat chat;
  private static PageServer server;

  @BeforeAll
  static void start() throws TimeoutException {
    server = new PageServer(WidgetTest::route);
  }

  private static void route(Router router) {
    router.get("/chat").handler(context -> chat.accept(context));
  }

  @BeforeEach
  void newChat() {
    chat = new FakeChat().answering(WidgetTest::answer);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  private static void answer(FakeChat.Talk talk, String text) {
    talk.post("bot", "You said *" + text + "*.", ARTICLE);
  }

  private Visitor shopper() {
    return opened(Browser.person().visit(server.at("/?lang=en")));
  }

  private static Visitor opened(Visitor visitor) {
    visitor.page().locator(".launcher").click();
    return visitor;
  }

  private static void say(Page page, String text) {
    page.locator(".composer textarea").fill(text);
    page.locator(".composer textarea").press("Enter");
  }

  private static Locator lines(Page page) {
    return page.locator(".list .bubble");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void menu(Page page, String item) {
    button(page, "More").click();
    button(page, item).click();
  }

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
          .containsText("Nobody is at the desk at the moment.");
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
          .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("4 out of 5"))
          .click();
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

  private static void sign(Page page, String user) {
    page.evaluate(
        "user => document.querySelector('deskbell-chat').identify({user, expires: 4102444800,"
            + " signature: 'aa'})",
        user);
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
