package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What happens at a bad moment for the page: while it reads, before it listens, between two clicks.
 */
class DeskNewsPageTest extends ShiftCase {
  /**
   * Holds back the next answer to a reading of a conversation while something happens that it does
   * not tell of yet.
   */
  private static void holding(Page page, ConversationId id, Runnable meanwhile) {
    page.route(
        "**/api/conversations/" + id + "?after=*",
        route -> {
          var read = route.fetch();
          meanwhile.run();
          route.fulfill(new Route.FulfillOptions().setResponse(read));
        },
        new Page.RouteOptions().setTimes(1));
  }

  @Test
  void what_the_shopper_reads_while_the_page_is_loading_is_shown_as_read() {
    var id = waiting("My lamp flickers");
    try (var mia = taking("Mia", id)) {
      var page = mia.page();
      reply(page, "Have you tried another bulb?");
      assertThat(page.locator(".reading .state")).hasText("Sent");
      holding(
          page,
          id,
          () -> {
            database.execute("UPDATE conversation SET delivered = seq, read = seq");
          });
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
      holding(
          page,
          id,
          () -> {
            database.execute("UPDATE conversation SET identity = 'amelia'");
            announce(id);
            // long enough for the news to be there before the answer is
            page.waitForTimeout(500);
          });
      announce(id);
      assertThat(page.locator(".known")).containsText("amelia");
    }
  }

  @Test
  void what_changes_before_the_page_listens_is_read_as_well() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "")) {
      var page = mia.page();
      holding(
          page,
          id,
          () -> {
            database.execute("UPDATE conversation SET identity = 'amelia'");
            announce(id);
          });
      page.locator(".group.waiting a").click();
      assertThat(page.locator(".known")).containsText("amelia");
    }
  }

  @Test
  void what_was_read_before_a_claim_does_not_take_the_reply_away_again() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      assertThat(button(page, "Take this one")).isVisible();
      holding(
          page,
          id,
          () -> {
            button(page, "Take this one").click();
            assertThat(page.locator(".reply textarea")).isFocused();
            page.evaluate(
                """
                () => {
                  window.changes = 0;
                  new MutationObserver(() => window.changes++)
                    .observe(document.querySelector('.foot'), { childList: true });
                }
                """);
            database.execute("UPDATE conversation SET identity = 'amelia'");
            announce(id);
          });
      announce(id);
      assertThat(page.locator(".known")).containsText("amelia");
      assertThat(page.evaluate("window.changes"))
          .as("times that something else stood below the conversation")
          .isEqualTo(0);
    }
  }

  @Test
  void of_what_the_shopper_deletes_nothing_stays_on_the_page() {
    var id = waiting("My lamp flickers");
    database.execute("UPDATE conversation SET page = 'https://shop.example/lamp'");
    try (var mia = taking("Mia", id)) {
      var page = mia.page();
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
  void who_looks_something_up_is_still_at_the_desk_but_reads_nothing_there() {
    var first = waiting("First");
    try (var mia = taking("Mia", first)) {
      var page = mia.page();
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
      page.navigate(at("#/desk/" + id));
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
  void the_second_click_of_a_double_click_does_not_reach_what_the_first_one_brought() {
    var id = waiting("One");
    waiting("Two");
    try (var mia = taking("Mia", id)) {
      var page = mia.page();
      button(page, "Hand back to the bot").dispatchEvent("click", Map.of("detail", 2));
      button(page, "Take the next one").dispatchEvent("click", Map.of("detail", 2));
      reply(page, "I am here");
      assertThat(page.locator(".line.from-agent .state")).hasText("Sent");
      assertThat(page.locator(".presence .load")).hasText("1 of 6");
      assertThat(page.locator(".talking h1")).hasText("You answer");
    }
  }

  @Test
  void a_reply_under_way_stands_below_the_notes_and_says_so() {
    var id = waiting("One");
    try (var mia = taking("Mia", id)) {
      var page = mia.page();
      button(page, "Write a note").click();
      page.locator(".foot textarea").fill("Called twice");
      button(page, "Save note").click();
      assertThat(page.locator(".line.note")).hasCount(1);
      page.evaluate("WebSocket.prototype.send = () => {}");
      reply(page, "One moment");
      assertThat(page.locator(".line").last().locator(".bubble")).hasText("One moment");
      assertThat(page.locator(".line").last().locator(".state")).hasText("Sending");
    }
  }

  @Test
  void a_shopper_who_is_handed_back_right_after_a_reply_gets_it() {
    var id = waiting("One");
    try (var mia = taking("Mia", id)) {
      var page = mia.page();
      page.evaluate(
          """
          () => {
            const send = WebSocket.prototype.send;
            WebSocket.prototype.send = function (frame) {
              setTimeout(() => send.call(this, frame), 500);
            };
          }
          """);
      reply(page, "The bot helps you on");
      button(page, "Hand back to the bot").click();
      assertThat(page.locator(".talking h1")).hasText("The bot answers");
      assertThat(page.locator(".line.from-agent .bubble")).hasText("The bot helps you on");
      assertThat(database.text("SELECT count(*) FROM message WHERE sender = 'agent'"))
          .isEqualTo("1");
    }
  }
}
