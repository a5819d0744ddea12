package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.journey.People.button;
import static deskbell.journey.People.last;
import static deskbell.journey.People.say;
import static deskbell.journey.People.shopper;
import static deskbell.journey.People.staff;

import deskbell.Browser.Visitor;
import deskbell.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the bot to a person and back, with two browsers, the whole server, a real database. */
class HandoffJourneyTest {
  @RegisterExtension static final SharedServer shared = new SharedServer();

  @Test
  void a_shopper_is_passed_to_a_person_and_back_to_the_bot() {
    try (var agent = staff(shared.server(), "#/desk");
        var shopper = shopper(shared.server(), "en-GB", "en")) {
      say(shopper, "I want to talk to a person");
      assertThat(last(shopper)).containsText("asked a person to join");
      claim(agent);
      reply(agent, "Hello, this is Robin. How can I help?");
      assertThat(last(shopper)).hasText("Hello, this is Robin. How can I help?");
      say(shopper, "My lamp flickers");
      assertThat(agent.page().locator(".reading .bubble").last()).hasText("My lamp flickers");
      assertThat(shopper.page().locator(".list .state")).hasText("Read");
      shopper.page().reload();
      shopper.page().locator(".launcher").click();
      assertThat(shopper.page().locator(".list .state")).hasText("Read");
      button(shopper, "Close the chat").click();
      reply(agent, "A new bulb is on its way.");
      // the panel is closed; the page has it long before the next sign of life is due
      assertThat(agent.page().locator(".reading .state")).hasText("Delivered");
      shopper.page().locator(".launcher").click();
      assertThat(agent.page().locator(".reading .state")).hasText("Read");
      assertThat(last(shopper)).hasText("A new bulb is on its way.");
      button(agent, "Hand back to the bot").click();
      assertThat(last(shopper)).containsText("The bot answers from here");
      say(shopper, "How much is delivery?");
      assertThat(last(shopper)).containsText("£3.95");
    }
  }

  @Test
  void after_a_person_in_the_middle_of_a_task_the_bot_still_knows_the_order() {
    try (var agent = staff(shared.server(), "#/desk");
        var shopper = shopper(shared.server(), "en-GB", "en")) {
      say(shopper, "I want to return something");
      assertThat(last(shopper)).containsText("Which order");
      say(shopper, "LL20468820");
      assertThat(last(shopper)).containsText("e-mail address");
      say(shopper, "amelia.hart@example.com");
      assertThat(last(shopper)).hasText("Why is it coming back?");
      say(shopper, "I want to talk to a person");
      assertThat(last(shopper)).containsText("asked a person to join");
      agent.page().locator(".group.waiting a").click();
      button(agent, "Take this one").click();
      reply(agent, "It may come back.");
      agent.page().locator(".reply textarea").press("Escape");
      agent.page().keyboard().press("b");
      agent.page().locator("dialog .primary").click();
      assertThat(last(shopper)).containsText("The bot answers from here");
      say(shopper, "I want to return something");
      assertThat(last(shopper)).hasText("Why is it coming back?");
      say(shopper, "It's faulty");
      assertThat(last(shopper)).containsText("a return for order LL20468820");
    }
  }

  private static void claim(Visitor agent) {
    agent.page().locator(".group.waiting a").click();
    assertThat(agent.page().locator(".reading .bubble").first())
        .hasText("I want to talk to a person");
    assertThat(agent.page().locator(".known")).containsText("Asked for a person");
    button(agent, "Take this one").click();
    assertThat(agent.page().locator(".reply textarea")).isFocused();
  }

  private static void reply(Visitor agent, String text) {
    agent.page().locator(".reply textarea").fill(text);
    agent.page().locator(".reply textarea").press("Enter");
    assertThat(agent.page().locator(".reading .bubble").last()).hasText(text);
  }
}
