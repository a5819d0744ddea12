package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.console.ConsolePages.notice;
import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Ask;
import org.junit.jupiter.api.Test;

/** What agents do in a shift: taking, writing, passing on, closing. */
class ShiftPageTest extends ShiftCase {
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
    try (var mia = taking("Mia", id)) {
      var page = mia.page();
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
      page.navigate(at("#/desk/" + two));
      button(page, "Take this one").click();
      assertThat(notice(page)).containsText("You have as many conversations as you may have");
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
