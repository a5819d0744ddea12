package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shift in real browsers on a real server and database. */
class ShiftPageTest extends ConsoleCase {
  @BeforeEach
  void an_ordinary_day() {
    database.execute(
        """
        TRUNCATE agent_presence, note, canned_reply;
        DELETE FROM department;
        UPDATE account SET languages = '{}', departments = '{}', capacity = NULL;
        INSERT INTO canned_reply VALUES
          ('hello', 'Hello, this is {agent}.', '您好，我是 {agent}。'),
          ('order', 'I am looking at {order}.', '正在查看订单 {order}。'),
          ('parcel', 'Order {order} comes in two parcels.', '');
        INSERT INTO department (id, name_en, name_zh) VALUES ('returns', 'Returns', '退换货');
        """);
  }

  private static Visitor visit(String name, String route) {
    var visitor =
        Browser.person()
            .visit("http://localhost:" + server.port() + "/console/" + route)
            .expectingSignedOut();
    ConsolePages.signIn(visitor.page(), name, DeskServer.PASSWORD);
    assertThat(visitor.page().locator(".bar .who")).hasText(name);
    return visitor;
  }

  private static ConversationId waiting(String words) {
    var id = database.conversation();
    server.handOver(id, "c1", words);
    return id;
  }

  /** Tells the pages to look at what the store holds. */
  private static void announce(ConversationId id) {
    server.events.publish(new ConversationEvent.TicketChanged(id));
  }

  private static void reply(Page page, String text) {
    page.locator(".reply textarea").fill(text);
    page.locator(".reply textarea").press("Enter");
  }

  @Test
  void a_shopper_goes_from_one_agent_to_another_with_a_note() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "");
        var tom = visit("Tom", "")) {
      button(mia.page(), "Take the next one").click();
      assertThat(mia.page().locator(".talking h1")).hasText("You answer");
      assertThat(mia.page().locator(".presence .load")).hasText("1 of 6");
      button(mia.page(), "Pass on").click();
      mia.page().locator("#pass-to").selectOption("agent Tom");
      mia.page().locator("#pass-note").fill("She has sent a photo.");
      mia.page().locator("dialog .primary").click();
      assertThat(mia.page().locator(".foot .hint")).hasText("Only Tom can write here now.");
      assertThat(tom.page().locator(".group.mine li")).hasCount(1);
      assertThat(tom.page()).hasTitle("(1) Deskbell");
      tom.page().locator(".group.mine a").click();
      assertThat(tom.page().locator(".line.note .bubble")).hasText("She has sent a photo.");
      reply(tom.page(), "I have seen it.");
      assertThat(tom.page().locator(".from-agent .bubble")).hasText("I have seen it.");
      assertThat(tom.page()).hasTitle("Deskbell");
      assertThat(await(server.bot.accept(id, "c2", new Ask.Say("Thank you")))).isNotNull();
    }
  }

  @Test
  void what_the_shopper_reads_while_the_page_is_loading_is_shown_as_read() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      button(page, "Take this one").click();
      reply(page, "Have you tried another bulb?");
      assertThat(page.locator(".reading .state")).hasText("Sent");
      page.route(
          "**/api/conversations/" + id + "?after=*",
          route -> {
            var read = route.fetch();
            database.execute("UPDATE conversation SET delivered = seq, read = seq");
            route.fulfill(new Route.FulfillOptions().setResponse(read));
          },
          new Page.RouteOptions().setTimes(1));
      page.reload();
      assertThat(page.locator(".reading .state")).hasText("Read");
    }
  }

  @Test
  void what_changes_while_a_conversation_is_read_is_read_again() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      assertThat(page.locator(".known")).containsText("Not signed in");
      page.route(
          "**/api/conversations/" + id + "?after=*",
          route -> {
            var read = route.fetch();
            database.execute("UPDATE conversation SET identity = 'amelia'");
            announce(id);
            // long enough for the news to be there before the answer is
            page.waitForTimeout(500);
            route.fulfill(new Route.FulfillOptions().setResponse(read));
          },
          new Page.RouteOptions().setTimes(1));
      announce(id);
      assertThat(page.locator(".known")).containsText("amelia");
    }
  }

  @Test
  void what_changes_before_the_page_listens_is_read_as_well() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "")) {
      var page = mia.page();
      page.route(
          "**/api/conversations/" + id + "?after=*",
          route -> {
            var read = route.fetch();
            database.execute("UPDATE conversation SET identity = 'amelia'");
            announce(id);
            route.fulfill(new Route.FulfillOptions().setResponse(read));
          },
          new Page.RouteOptions().setTimes(1));
      page.locator(".group.waiting a").click();
      assertThat(page.locator(".known")).containsText("amelia");
    }
  }

  @Test
  void of_what_the_shopper_deletes_nothing_stays_on_the_page() {
    var id = waiting("My lamp flickers");
    database.execute("UPDATE conversation SET page = 'https://shop.example/lamp'");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      button(page, "Take this one").click();
      assertThat(page.locator(".talking h1")).hasText("You answer");
      assertThat(page.locator(".known")).containsText("shop.example/lamp");
      database.execute(
          """
          UPDATE message SET text = '', erased = true;
          UPDATE conversation SET page = NULL, mode = 'closed', epoch = epoch + 1, erased = true;
          DELETE FROM ticket;
          """);
      server.events.publish(new ConversationEvent.Erased(id));
      assertThat(page.locator(".foot")).hasText("The shopper has deleted this conversation.");
      assertThat(page.locator(".known")).not().containsText("shop.example/lamp");
      assertThat(page.locator(".known .suggested")).isEmpty();
    }
  }

  @Test
  void who_has_a_hand_free_stands_first_and_an_empty_department_says_so() {
    var full = waiting("One");
    var mine = waiting("Two");
    database.execute(
        """
        UPDATE account SET capacity = 1, departments = '{returns}' WHERE name = 'Tom';
        INSERT INTO department (id, name_en, name_zh) VALUES ('care', 'Care', '售后');
        """);
    try (var tom = visit("Tom", "#/desk/" + full);
        var mia = visit("Mia", "#/desk/" + mine)) {
      button(tom.page(), "Take this one").click();
      assertThat(tom.page().locator(".presence .load")).hasText("1 of 1");
      button(mia.page(), "Take this one").click();
      button(mia.page(), "Pass on").click();
      assertThat(mia.page().locator("#pass-to option"))
          .hasText(
              new String[] {
                "Tom (1 of 1: no hand free)",
                "Queue: Care (no colleague there)",
                "Queue: Returns",
                "Back to the queue"
              });
    }
  }

  @Test
  void a_colleague_who_looks_on_gets_the_note_with_the_shopper_and_counts_one_more() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "#/desk/" + id);
        var tom = visit("Tom", "#/desk/" + id)) {
      assertThat(tom.page().locator(".presence .load")).hasText("0 of 6");
      button(mia.page(), "Take this one").click();
      button(mia.page(), "Pass on").click();
      mia.page().locator("#pass-to").selectOption("agent Tom");
      mia.page().locator("#pass-note").fill("She has sent a photo.");
      mia.page().locator("dialog .primary").click();
      assertThat(tom.page().locator(".talking h1")).hasText("You answer");
      assertThat(tom.page().locator(".line.note .bubble")).hasText("She has sent a photo.");
      assertThat(tom.page().locator(".presence .load")).hasText("1 of 6");
    }
  }

  @Test
  void who_looks_something_up_is_still_at_the_desk_but_reads_nothing_there() {
    var first = waiting("First");
    try (var mia = visit("Mia", "#/desk/" + first)) {
      var page = mia.page();
      button(page, "Take this one").click();
      reply(page, "Hello");
      assertThat(page.locator(".reading .state")).hasText("Sent");
      page.locator(".bar nav a[data-room=archive]").click();
      assertThat(page.locator("#archive-words")).isVisible();
      assertThat(page).hasTitle("Deskbell");
      var second = waiting("Second");
      announce(second);
      assertThat(page).hasTitle("(1) Deskbell");
      await(server.bot.accept(first, "c2", new Ask.Say("Are you there?")));
      announce(first);
      assertThat(page).hasTitle("(2) Deskbell");
      assertThat(
              database.text("SELECT desk_read::text FROM conversation WHERE id = '" + first + "'"))
          .as("what nobody looks at is not read")
          .isEqualTo("4");
      page.locator("main").focus();
      page.keyboard().press("n");
      page.locator(".bar nav a[data-room=desk]").click();
      page.locator(".group.waiting a").click();
      assertThat(button(page, "Take this one")).isVisible();
    }
  }

  @Test
  void a_claim_of_what_the_shopper_has_ended_meanwhile_says_so() {
    var id = waiting("Never mind");
    try (var mia = visit("Mia", "#/desk/" + id).expecting("409")) {
      var page = mia.page();
      page.route(
          "**/claim",
          route -> {
            database.execute(
                """
                UPDATE conversation SET mode = 'closed', epoch = epoch + 1;
                UPDATE ticket SET state = 'closed', ended_at = now();
                """);
            route.resume();
          });
      button(page, "Take this one").click();
      assertThat(notice(page)).hasText("This conversation has ended meanwhile.");
      assertThat(page.locator(".talking h1")).hasText("Closed");
    }
  }

  @Test
  void a_conversation_that_is_there_before_the_lists_can_be_taken_at_once() {
    var id = waiting("Hurry, please");
    try (var mia = visit("Mia", "")) {
      var page = mia.page();
      page.route(
          "**/api/tickets",
          route -> {
            button(page, "Take this one").waitFor();
            button(page, "Take this one").click();
            route.resume();
          },
          new Page.RouteOptions().setTimes(1));
      page.navigate("http://localhost:" + server.port() + "/console/#/desk/" + id);
      page.reload();
      assertThat(page.locator(".talking h1")).hasText("You answer");
    }
  }

  @Test
  void a_link_that_is_none_says_that_nothing_is_there() {
    try (var mia = visit("Mia", "#/desk/nonsense").expecting("400")) {
      assertThat(mia.page().locator(".nothing")).containsText("does not exist");
      assertThat(mia.page().locator(".talking")).isHidden();
    }
  }

  @Test
  void what_the_bot_knows_is_there_before_and_after_taking_over() {
    var id = database.conversation();
    await(server.bot.accept(id, "c1", new Ask.Say("Where is it?")));
    database.execute(
        """
        UPDATE conversation SET memory = '{"dialog": {"version": 2, "flows": [{"slots": {"order": "LL20481301"}}],
          "known": {"email": {"value": "amelia@example.com", "at": 1}, "card": {"value": "4111", "at": 1}}}}'
        WHERE id = '%s'
        """
            .formatted(id));
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      assertThat(page.locator(".known")).containsText("LL20481301");
      button(page, "Take over from the bot").click();
      assertThat(page.locator(".talking h1")).hasText("You answer");
      assertThat(page.locator(".known")).containsText("LL20481301");
      assertThat(page.locator(".known")).containsText("amelia@example.com");
      assertThat(page.locator(".known")).containsText("Taken over at");
      assertThat(page.locator(".known")).not().containsText("4111");
    }
  }

  @Test
  void whom_the_bot_has_in_hand_is_looked_at_now_and_then() {
    try (var mia = visit("Mia", "")) {
      var page = mia.page();
      page.clock().install();
      page.reload();
      assertThat(page.locator(".group.bot .hint:not(:empty), .group.bot li").first()).isVisible();
      var id = database.conversation();
      await(server.bot.accept(id, "c1", new Ask.Say("Is it made of wool?")));
      page.clock().fastForward(16_000);
      assertThat(page.locator(".group.bot li").first()).containsText("Is it made of wool?");
    }
  }

  @Test
  void a_note_is_seen_by_colleagues_at_once_and_kept_until_it_is_saved() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "#/desk/" + id);
        var tom = visit("Tom", "#/desk/" + id)) {
      assertThat(tom.page().locator(".line")).hasCount(2);
      button(mia.page(), "Write a note").click();
      mia.page().locator(".noting textarea").fill("Known fault");
      mia.page().reload();
      button(mia.page(), "Write a note").click();
      assertThat(mia.page().locator(".noting textarea")).hasValue("Known fault");
      mia.page().locator(".noting textarea").press("Enter");
      assertThat(tom.page().locator(".line.note .bubble")).hasText("Known fault");
      assertThat(mia.page().locator(".line.note .by")).containsText("Mia");
    }
  }

  @Test
  void a_slash_brings_canned_replies_with_what_is_known_filled_in() {
    waiting("Where is it");
    try (var mia = visit("Mia", "")) {
      var page = mia.page();
      button(page, "Take the next one").click();
      var text = page.locator(".reply textarea");
      assertThat(text).isFocused();
      text.pressSequentially("/");
      assertThat(page.locator(".canned li")).hasCount(3);
      text.pressSequentially("hel");
      assertThat(page.locator(".canned li")).hasCount(1);
      text.press("Enter");
      assertThat(text).hasValue("Hello, this is Mia.");
      text.fill("");
      page.locator(".reading").focus();
      page.keyboard().press("/");
      text.press("ArrowDown");
      text.press("Tab");
      assertThat(text).hasValue("I am looking at LL20481234.");
    }
  }

  @Test
  void a_placeholder_that_nothing_is_known_for_is_not_sent() {
    var id = waiting("Where is it");
    database.execute("UPDATE ticket SET summary = '{}'");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      button(page, "Take this one").click();
      var text = page.locator(".reply textarea");
      text.pressSequentially("/order");
      text.press("Enter");
      text.press("Enter");
      assertThat(page.locator(".reply-foot .error")).hasText("Fill in {order} before you send.");
      text.pressSequentially("LL1");
      assertThat(text).hasValue("I am looking at LL1.");
      text.press("Enter");
      assertThat(page.locator(".from-agent .bubble")).hasText("I am looking at LL1.");
    }
  }

  @Test
  void who_is_away_takes_nobody_and_who_is_full_is_told_so() {
    waiting("One");
    var two = waiting("Two");
    database.execute("UPDATE account SET capacity = 1 WHERE name = 'Mia'");
    try (var mia = visit("Mia", "").expecting("409")) {
      var page = mia.page();
      page.locator(".presence").click();
      assertThat(page.locator(".presence")).containsText("Away");
      assertThat(button(page, "Take the next one")).isDisabled();
      page.keyboard().press("n");
      assertThat(notice(page)).hasText("You are away. Come back before you take the next one.");
      assertThat(page).hasTitle("Deskbell");
      var dot = page.locator(".presence .dot").boundingBox();
      assertThat(dot.width).isEqualTo(dot.height);
      page.locator(".presence").click();
      assertThat(page).hasTitle("(2) Deskbell");
      button(page, "Take the next one").click();
      assertThat(page.locator(".presence .load")).hasText("1 of 1");
      page.navigate("http://localhost:" + server.port() + "/console/#/desk/" + two);
      button(page, "Take this one").click();
      assertThat(notice(page)).containsText("You have as many conversations as you may have");
    }
  }

  @Test
  void the_second_click_of_a_double_click_does_not_reach_what_the_first_one_brought() {
    var id = waiting("One");
    waiting("Two");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      button(page, "Take this one").click();
      button(page, "Hand back to the bot").dispatchEvent("click", Map.of("detail", 2));
      button(page, "Take the next one").dispatchEvent("click", Map.of("detail", 2));
      page.locator(".reply textarea").fill("I am here");
      page.locator(".reply textarea").press("Enter");
      assertThat(page.locator(".line.from-agent .state")).hasText("Sent");
      assertThat(page.locator(".presence .load")).hasText("1 of 6");
      assertThat(page.locator(".talking h1")).hasText("You answer");
    }
  }

  @Test
  void a_reply_under_way_stands_below_the_notes_and_says_so() {
    var id = waiting("One");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      button(page, "Take this one").click();
      button(page, "Write a note").click();
      page.locator(".foot textarea").fill("Called twice");
      button(page, "Save note").click();
      assertThat(page.locator(".line.note")).hasCount(1);
      page.evaluate("WebSocket.prototype.send = () => {}");
      page.locator(".reply textarea").fill("One moment");
      page.locator(".reply textarea").press("Enter");
      assertThat(page.locator(".line").last().locator(".bubble")).hasText("One moment");
      assertThat(page.locator(".line").last().locator(".state")).hasText("Sending");
    }
  }

  @Test
  void a_shopper_who_is_handed_back_right_after_a_reply_gets_it() {
    var id = waiting("One");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      button(page, "Take this one").click();
      page.evaluate(
          """
          () => {
            const send = WebSocket.prototype.send;
            WebSocket.prototype.send = function (frame) {
              setTimeout(() => send.call(this, frame), 500);
            };
          }
          """);
      page.locator(".reply textarea").fill("The bot helps you on");
      page.locator(".reply textarea").press("Enter");
      button(page, "Hand back to the bot").click();
      assertThat(page.locator(".talking h1")).hasText("The bot answers");
      assertThat(page.locator(".line.from-agent .bubble")).hasText("The bot helps you on");
      assertThat(database.text("SELECT count(*) FROM message WHERE sender = 'agent'"))
          .isEqualTo("1");
    }
  }

  @Test
  void closing_asks_what_came_of_it() {
    waiting("Hello?");
    try (var mia = visit("Mia", "")) {
      button(mia.page(), "Take the next one").click();
      button(mia.page(), "Close").click();
      mia.page().getByLabel("The shopper has gone").check();
      mia.page().getByLabel("The shopper has gone").press("Enter");
      assertThat(mia.page().locator(".talking h1")).hasText("Closed");
      assertThat(database.text("SELECT outcome FROM ticket")).isEqualTo("shopper_gone");
    }
  }

  @Test
  void what_is_late_is_said_and_what_is_for_others_stands_below() {
    var late = waiting("Late");
    waiting("For returns");
    database.execute(
        """
        UPDATE ticket SET queued_at = now() - interval '5 minutes'
        WHERE conversation = '%s';
        UPDATE ticket SET department = 'returns' WHERE conversation <> '%1$s';
        UPDATE account SET departments = '{care}' WHERE name = 'Mia';
        """
            .formatted(late));
    try (var mia = visit("Mia", "#/desk/" + late)) {
      var page = mia.page();
      assertThat(page.locator(".due.late")).hasText("First answer overdue by 3 minutes");
      assertThat(page.locator(".group.waiting time.late")).hasCount(1);
      assertThat(page.locator(".group.waiting .foreign")).containsText("Returns");
      assertThat(page).hasTitle("(1) Deskbell");
    }
  }
}
