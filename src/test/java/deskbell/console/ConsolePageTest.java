package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static deskbell.console.ConsolePages.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import deskbell.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Signing in and the desk in a real browser, against a server in memory. Long because each thing an
 * agent does has its page.
 */
class ConsolePageTest {
  private final FakeDesk desk = new FakeDesk();
  private PageServer server;

  @BeforeEach
  void start() throws TimeoutException {
    desk.conversation(
            "c1", "en", "asked", "Where is my order?", "On its **way**.", "A person please")
        .conversation("c2", "zh", "", "羊毛被怎么洗", "30 °C 手洗。")
        .article("delivery-cost", "en", "How much is delivery?", "It is **£3.95**.");
    server = new PageServer(desk::mount);
  }

  @AfterEach
  void stop() throws TimeoutException {
    server.close();
  }

  private Visitor at(String role, String route) {
    return ConsolePages.at(server, role, route);
  }

  private static Locator lines(Page page) {
    return page.locator(".reading .bubble");
  }

  private static void reply(Page page, String text) {
    page.locator(".reply textarea").fill(text);
    page.locator(".reply textarea").press("Enter");
  }

  @Test
  void a_wrong_password_and_a_lock_are_explained() {
    try (var visitor =
        Browser.person().visit(server.at("/console/")).expectingSignedOut().expecting("423")) {
      signIn(visitor.page(), "agent", "wrong");
      assertThat(visitor.page().locator(".sign-in > .error"))
          .hasText("Name and password don’t match. Check both and try again.");
      signIn(visitor.page(), "locked", "secret");
      assertThat(visitor.page().locator(".sign-in > .error"))
          .hasText("Too many tries. You can try again in 15 minutes.");
    }
  }

  @Test
  void the_role_decides_which_rooms_are_there() {
    try (var agent = at("agent", "#/articles");
        var editor = at("editor", "#/desk");
        var admin = at("admin", "")) {
      assertThat(agent.page().locator(".bar nav a")).hasText(new String[] {"Desk", "Search"});
      assertThat(agent.page().locator(".queue")).isVisible();
      assertThat(editor.page().locator(".bar nav a"))
          .hasText(new String[] {"Articles", "Questions", "Usage", "Synonyms"});
      assertThat(editor.page().locator(".article-list")).isVisible();
      assertThat(admin.page().locator(".bar nav a"))
          .hasText(
              new String[] {
                "Desk",
                "Search",
                "Articles",
                "Questions",
                "Usage",
                "Synonyms",
                "People",
                "Programs",
                "Set-up"
              });
    }
  }

  @Test
  void an_agent_claims_replies_and_hands_back() {
    try (var agent = at("agent", "")) {
      var page = agent.page();
      page.locator(".group.waiting a").click();
      assertThat(lines(page))
          .hasText(new String[] {"Where is my order?", "On its way.", "A person please"});
      assertThat(page.locator(".known")).containsText("Asked for a person");
      assertThat(page.locator(".known")).containsText("LL20481234");
      button(page, "Take this one").click();
      assertThat(page.locator(".reply textarea")).isFocused();
      reply(page, "I’m looking into it.");
      assertThat(lines(page).last()).hasText("I’m looking into it.");
      assertThat(page.locator(".reading .state")).hasText("Sent");
      desk.receipt("c1", 4, 3);
      assertThat(page.locator(".reading .state")).hasText("Delivered");
      page.reload();
      assertThat(page.locator(".reading .state")).hasText("Delivered");
      until("the page listens again", () -> desk.watched("c1"));
      desk.receipt("c1", 4, 4);
      assertThat(page.locator(".reading .state")).hasText("Read");
      assertThat(page.locator(".reading .state.read .icon")).hasCount(1);
      desk.post("c1", "shopper", "Thank you", new JsonObject());
      assertThat(lines(page).last()).hasText("Thank you");
      Waiting.until(
          "the page says what is read",
          () -> desk.heard("read").stream().anyMatch(frame -> frame.getInteger("seq") == 5));
      button(page, "Hand back to the bot").click();
      assertThat(page.locator(".talking h1")).hasText("The bot answers");
      assertThat(page.locator(".reply")).hasCount(0);
      assertThat(desk.texts("c1")).endsWith("I’m looking into it.", "Thank you");
    }
  }

  @Test
  void an_agent_sees_where_an_answer_comes_from_and_why() {
    var source = new JsonObject().put("kind", "article").put("id", "delivery-cost");
    var trace =
        new JsonArray()
            .add("language: en")
            .add("entity: order_number")
            .add("opinion: linear delivery_cost 0.97")
            .add("intent: delivery_cost 0.91")
            .add("intent: an_operators_own 0.06")
            .add("article: delivery-cost 0.934")
            .add("compared: Tell")
            .add("a line of a later version");
    desk.post(
        "c1", "bot", "It is £3.95.", new JsonObject().put("source", source).put("trace", trace));
    try (var agent = at("agent", "#/desk/c1")) {
      var why = agent.page().locator(".line").last().locator(".why");
      assertThat(why).containsText("From the article delivery-cost");
      assertThat(why.locator("li").first()).isHidden();
      why.getByText("Why this answer").click();
      assertThat(why.locator("li"))
          .hasText(
              new String[] {
                "Language: English",
                "Noticed: Order number",
                "By its words and letters: the cost of delivery, 97% sure",
                "May mean: the cost of delivery, 91% sure",
                "May mean: an operators own, 6% sure",
                "Found the article delivery-cost: 93% sure",
                "Decided to answer from an article",
                "a line of a later version"
              });
      button(agent.page(), "中文").click();
      assertThat(why.locator("summary")).hasText("为什么这样回答");
      why.locator("summary").click();
      assertThat(why.locator("li").nth(2)).hasText("按字词判断：运费，把握 97%");
      assertThat(why.locator("li").nth(6)).hasText("决定：用文章回答");
    }
  }

  @Test
  void an_agent_takes_over_from_the_bot_and_closes() {
    try (var agent = at("agent", "#/desk/c2")) {
      button(agent.page(), "Take over from the bot").click();
      button(agent.page(), "Close").click();
      agent.page().locator("dialog .primary").click();
      assertThat(agent.page().locator(".talking h1")).hasText("Closed");
      assertThat(agent.page().locator(".foot .hint")).hasText("This conversation is closed.");
      assertThat(desk.mode("c2")).isEqualTo("closed");
    }
  }

  @Test
  void what_was_left_is_answered_by_mail_and_ticked_off() {
    desk.leftMessage("c9", "en", "ada@shop.example", "Please write to me.");
    try (var agent = at("agent", "#/desk/c9")) {
      var page = agent.page();
      assertThat(page.locator(".foot")).containsText("An answer by e-mail is awaited:");
      button(page, "Answer by e-mail").click();
      assertThat(page.locator(".group.mine li")).containsText("Left a message");
      assertThat(page.locator(".foot a")).hasAttribute("href", "mailto:ada@shop.example");
      button(page, "Answered").click();
      assertThat(page.locator(".group.mine li")).hasCount(0);
      assertThat(page.locator(".foot .hint")).hasText("This conversation is closed.");
    }
  }

  @Test
  void what_was_missed_while_the_line_was_down_is_read_again() {
    try (var agent = at("agent", "#/desk/c1")) {
      assertThat(lines(agent.page())).hasCount(3);
      until("the page watches", () -> !desk.heard("watch").isEmpty());
      desk.cut(1012);
      desk.post("c1", "shopper", "Are you there?", new JsonObject());
      desk.conversation("c3", "en", "anger", "This is a joke");
      assertThat(lines(agent.page())).hasCount(4);
      assertThat(agent.page().locator(".group.waiting li")).hasCount(2);
    }
  }

  @Test
  void a_line_that_is_gone_is_said_so_after_two_seconds_however_often_it_is_tried_again() {
    try (var agent = at("agent", "#/desk/c1")) {
      var page = agent.page();
      page.clock().install();
      page.reload();
      assertThat(lines(page)).hasCount(3);
      until("the page watches", () -> desk.watched("c1"));
      page.clock().pauseAt(System.currentTimeMillis() + 60_000);
      assertThat(page.locator(".offline")).isHidden();
      desk.mute();
      page.clock().runFor(1_000);
      page.clock().runFor(1_100);
      assertThat(page.locator(".offline")).isVisible();
    }
  }

  @Test
  void a_session_that_ends_is_asked_for_over_the_page_and_writing_goes_on() {
    try (var agent = at("agent", "#/desk/c1")) {
      var page = agent.page();
      button(page, "Take this one").click();
      page.locator(".reply textarea").fill("I am just looking");
      desk.expire();
      desk.push(new JsonObject().put("type", "queue"));
      assertThat(page.locator("dialog")).containsText("What you were writing is kept.");
      assertThat(page.locator("dialog #name")).hasValue("agent");
      assertThat(page.locator("dialog #password")).isFocused();
      page.locator("dialog #password").fill("secret");
      page.locator("dialog #password").press("Enter");
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(page.locator(".reply textarea")).isFocused();
      assertThat(page.locator(".reply textarea")).hasValue("I am just looking");
      reply(page, "I am just looking it up");
      assertThat(lines(page).last()).hasText("I am just looking it up");
    }
  }

  @Test
  void an_address_that_is_none_says_that_nothing_is_there() {
    try (var agent = at("agent", "#/desk/c9").expecting("404")) {
      assertThat(agent.page().locator(".nothing")).containsText("does not exist");
      assertThat(agent.page().locator(".talking")).isHidden();
    }
  }

  @Test
  void two_agents_never_get_the_same_shopper() {
    try (var agent = at("agent", "#/desk/c1").expecting("409")) {
      desk.takenBeforeNextClaim("Tom");
      button(agent.page(), "Take this one").click();
      assertThat(notice(agent.page())).hasText("Tom was faster and answers now.");
      assertThat(agent.page().locator(".foot .hint")).hasText("Only Tom can write here now.");
      assertThat(agent.page().locator(".reply")).hasCount(0);
    }
  }

  @Test
  void words_that_came_too_late_go_back_into_the_field() {
    try (var agent = at("agent", "#/desk/c1")) {
      button(agent.page(), "Take this one").click();
      assertThat(agent.page().locator(".reply textarea")).isFocused();
      desk.moveOnBeforeNextReply();
      reply(agent.page(), "Too late");
      assertThat(notice(agent.page()))
          .hasText(
              "Your reply was not sent: the conversation has changed hands. Your words are back in"
                  + " the field.");
      assertThat(agent.page().locator(".reply textarea")).hasValue("Too late");
      assertThat(desk.texts("c1")).doesNotContain("Too late");
    }
  }

  @Test
  void a_draft_is_kept_for_each_conversation_across_a_reload() {
    desk.conversation("c3", "en", "asked", "Second");
    try (var agent = at("agent", "#/desk/c1")) {
      button(agent.page(), "Take this one").click();
      agent.page().locator(".reply textarea").fill("Half a sentence");
      agent.page().locator(".group.waiting a").getByText("Second").click();
      button(agent.page(), "Take this one").click();
      assertThat(agent.page().locator(".reply textarea")).hasValue("");
      agent.page().navigate(server.at("/console/#/desk/c1"));
      agent.page().reload();
      assertThat(agent.page().locator(".reply textarea")).hasValue("Half a sentence");
    }
  }

  @Test
  void single_keys_move_and_claim_but_never_while_writing() {
    desk.conversation("c3", "en", "asked", "Second");
    try (var agent = at("agent", "")) {
      assertThat(agent.page().locator(".group.waiting li")).hasCount(2);
      agent.page().locator("main").focus();
      agent.page().keyboard().press("j");
      assertThat(agent.page().locator(".queue a[aria-current]")).containsText("A person please");
      assertThat(button(agent.page(), "Take this one")).isVisible();
      agent.page().keyboard().press("c");
      assertThat(agent.page().locator(".reply textarea")).isFocused();
      agent.page().keyboard().type("jkc");
      assertThat(agent.page().locator(".reply textarea")).hasValue("jkc");
    }
  }

  @Test
  void everything_speaks_chinese_too() {
    try (var agent =
        Browser.person()
            .speaking("zh-CN")
            .onPhone()
            .visit(server.at("/console/"))
            .expectingSignedOut()) {
      assertThat(agent.page().locator(".sign-in h1")).hasText("登录");
      signIn(agent.page(), "agent", "secret");
      agent.page().locator(".group.waiting a").click();
      button(agent.page(), "我来接待").click();
      assertThat(agent.page().locator(".talking h1")).hasText("您正在接待");
      button(agent.page(), "English").click();
      assertThat(agent.page().locator(".talking h1")).hasText("You answer");
    }
  }
}
