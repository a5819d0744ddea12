package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.journey.People.button;
import static deskbell.journey.People.last;
import static deskbell.journey.People.say;
import static deskbell.journey.People.shopper;
import static deskbell.journey.People.staff;

import deskbell.Browser.Visitor;
import deskbell.RunningServer;
import deskbell.store.TestDatabase;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From the bot to a person and back, with two browsers, the whole server, a real database. */
class HandoffJourneyTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static RunningServer server;

  @BeforeAll
  static void start() throws TimeoutException {
    server = RunningServer.on(database, data);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  @Test
  void a_shopper_is_passed_to_a_person_and_back_to_the_bot() {
    try (var agent = staff(server, "#/desk");
        var shopper = shopper(server, "en-GB", "en")) {
      say(shopper, "I want to talk to a person");
      assertThat(last(shopper)).containsText("asked a person to join");
      claim(agent);
      reply(agent, "Hello, this is Robin. How can I help?");
      assertThat(last(shopper)).hasText("Hello, this is Robin. How can I help?");
      say(shopper, "My lamp flickers");
      assertThat(agent.page().locator(".reading .bubble").last()).hasText("My lamp flickers");
      reply(agent, "A new bulb is on its way.");
      assertThat(last(shopper)).hasText("A new bulb is on its way.");
      button(agent, "Hand back to the bot").click();
      assertThat(last(shopper)).containsText("The bot answers from here");
      say(shopper, "How much is delivery?");
      assertThat(last(shopper)).containsText("£3.95");
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
