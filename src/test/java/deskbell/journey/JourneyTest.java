package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.journey.People.last;
import static deskbell.journey.People.say;

import deskbell.Browser.Visitor;
import deskbell.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The three people's jobs from end to end: a real browser, the whole server, a real database. */
class JourneyTest {
  @RegisterExtension static final SharedServer shared = new SharedServer();

  @Test
  void a_shopper_asks_and_is_answered_from_the_knowledge_base() {
    try (var shopper = shopper("en-GB", "en")) {
      say(shopper, "How much is delivery?");
      assertThat(last(shopper)).containsText("£3.95");
    }
  }

  @Test
  void a_shopper_asks_and_is_answered_in_chinese() {
    try (var shopper = shopper("zh-CN", "zh")) {
      say(shopper, "运费多少钱？");
      assertThat(last(shopper)).containsText("¥10");
    }
  }

  @Test
  void a_shopper_tracks_an_order_and_is_brought_back_after_another_question() {
    try (var shopper = shopper("en-GB", "en")) {
      say(shopper, "Where is my parcel?");
      assertThat(last(shopper)).containsText("Which order");
      say(shopper, "LL20481234");
      assertThat(last(shopper)).containsText("last four digits");
      say(shopper, "Do you deliver on Sundays?");
      assertThat(last(shopper)).containsText("Back to");
      say(shopper, "0123");
      assertThat(last(shopper)).containsText("Royal Mail");
    }
  }

  @Test
  void a_wrong_proof_tells_nothing() {
    try (var shopper = shopper("en-GB", "en")) {
      say(shopper, "Where is my order LL20481301?");
      assertThat(last(shopper)).containsText("last four digits");
      say(shopper, "9999");
      assertThat(last(shopper)).containsText("Which order");
      var list = shopper.page().locator(".list");
      assertThat(list).containsText("I can't find an order with these details.");
      assertThat(list).not().containsText("received");
    }
  }

  private static Visitor shopper(String locale, String language) {
    return People.shopper(shared.server(), locale, language);
  }
}
