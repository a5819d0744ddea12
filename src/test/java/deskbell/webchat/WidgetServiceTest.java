package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import deskbell.Browser;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a shopper may do with answers and with the conversation, besides writing in it. */
class WidgetServiceTest extends WidgetCase {
  /** The best of so many counts: others may want the processor too. */
  private static final int TRIES = 3;

  private static final String TONES =
      """
      window.tones = 0;
      window.OscillatorNode = class extends OscillatorNode {
        start(when) { window.tones++; super.start(when); }
      };\
      """;

  @Test
  void why_an_answer_did_not_help_is_asked_in_view_wherever_the_thumb_stands() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      say(page, "How much is it?");
      assertThat(lines(page)).hasCount(2);
      say(page, "And to Jersey?\n".repeat(40));
      assertThat(lines(page)).hasCount(4);
      var thumb = button(page, "This did not help").first();
      thumb.evaluate("it => it.scrollIntoView({ block: 'end' })");
      thumb.click();
      assertThat(page.locator(".why input")).isInViewport(new IsInViewportOptions().setRatio(1));
    }
  }

  @Test
  void a_reason_may_be_given_for_an_answer_that_did_not_help() {
    try (var shopper = shopper()) {
      say(shopper.page(), "Hello");
      button(shopper.page(), "This did not help").click();
      until("it arrives", () -> chat.heard("rate").size() == 1);
      button(shopper.page(), "Not what I asked").click();
      assertThat(shopper.page().locator(".notice"))
          .hasText("Thank you. The team will look at this answer.");
      assertThat(shopper.page().locator(".why")).hasCount(0);
      until("the reason arrives", () -> chat.heard("rate").size() == 2);
      assertThat(chat.heard("rate").getLast().getString("comment")).isEqualTo("Not what I asked");
      assertThat(chat.heard("rate").getLast().getBoolean("helpful")).isFalse();

      button(shopper.page(), "This did not help").click();
      shopper.page().getByLabel("In your own words").fill("It is about another lamp");
      shopper.page().getByLabel("In your own words").press("Enter");
      until("the words arrive", () -> chat.heard("rate").size() == 4);
      assertThat(chat.heard("rate").getLast().getString("comment"))
          .isEqualTo("It is about another lamp");
    }
  }

  @Test
  void nobody_has_to_say_why() {
    try (var shopper = shopper()) {
      say(shopper.page(), "Hello");
      button(shopper.page(), "This did not help").click();
      assertThat(shopper.page().locator(".why")).isVisible();
      button(shopper.page(), "This helped").click();
      assertThat(shopper.page().locator(".why")).hasCount(0);
      until("both arrive", () -> chat.heard("rate").size() == 2);
      assertThat(chat.heard("rate").getLast().getBoolean("helpful")).isTrue();
    }
  }

  @Test
  void new_words_are_heard_only_once_the_sound_is_switched_on() {
    try (var shopper = Browser.person().visit("about:blank")) {
      var page = shopper.page();
      page.addInitScript(TONES);
      page.navigate(server.at("/?lang=en"));
      opened(shopper);
      say(page, "Hello");
      assertThat(lines(page)).hasCount(2);
      assertThat(page.evaluate("window.tones")).isEqualTo(0);
      menu(page, "Sound");
      button(page, "More").click();
      assertThat(button(page, "Sound")).hasAttribute("aria-pressed", "true");
      page.keyboard().press("Escape");
      var before = (Integer) page.evaluate("window.tones");
      say(page, "Again");
      assertThat(lines(page)).hasCount(4);
      assertThat((Integer) page.evaluate("window.tones")).isGreaterThan(before);
    }
  }

  @Test
  void the_conversation_is_saved_as_a_text() throws IOException {
    chat.answering(
        (talk, text) ->
            talk.post("bot", "**On its way**: see [the page](https://shop.example/1)."));
    try (var shopper = shopper()) {
      say(shopper.page(), "Where is my lamp?");
      assertThat(lines(shopper.page())).hasCount(2);
      var file =
          shopper.page().waitForDownload(() -> menu(shopper.page(), "Save the conversation"));
      assertThat(file.suggestedFilename()).matches("chat-\\d{4}-\\d\\d-\\d\\d\\.txt");
      assertThat(Files.readString(file.path()))
          .startsWith("Conversation with Lantern Lane, saved on ")
          .containsPattern("\\d\\d:\\d\\d {2}You\nWhere is my lamp\\?\n")
          .containsPattern(
              "\\d\\d:\\d\\d {2}Bot\nOn its way: see the page \\(https://shop.example/1\\)\\.\n");
    }
  }

  @Test
  void a_copy_is_sent_to_the_address_that_is_entered() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      button(page, "More").click();
      assertThat(button(page, "E-mail me the conversation")).isHidden();
      page.keyboard().press("Escape");
      say(page, "Hello");
      assertThat(lines(page)).hasCount(2);
      menu(page, "E-mail me the conversation");
      page.getByLabel("Your e-mail address").fill("ada@shop");
      button(page, "Send copy").click();
      assertThat(page.locator("#email-error"))
          .hasText("Enter an address such as name@example.com.");
      page.getByLabel("Your e-mail address").fill("ada@shop.example");
      button(page, "Send copy").click();
      assertThat(page.locator(".notice")).hasText("A copy is on its way to ada@shop.example.");
      assertThat(chat.heard("transcript").getFirst().getString("email"))
          .isEqualTo("ada@shop.example");
      chat.refuseNext("too_many_mails", new JsonObject());
      menu(page, "E-mail me the conversation");
      page.getByLabel("Your e-mail address").fill("ada@shop.example");
      button(page, "Send copy").click();
      assertThat(page.locator(".notice"))
          .hasText("Enough copies have been sent for today. You can still save the conversation.");
    }
  }

  @Test
  void whoever_waits_outside_the_hours_is_told_when_somebody_will_be_there() {
    try (var shopper = shopper()) {
      button(shopper.page(), "Talk to a person").click();
      until("the wish arrives", () -> chat.heard("human").size() == 1);
      var closed = new JsonObject().put("open", false).put("opens", "2026-03-02T09:00:00Z");
      chat.talk().status("waiting", closed);
      assertThat(shopper.page().locator(".standing"))
          .containsText("Nobody is at the desk at the moment. We’re back on Monday at ");
      button(shopper.page(), "Leave a message").click();
      shopper.page().getByLabel("Your e-mail address").fill("ada@shop.example");
      shopper.page().locator(".sheet textarea").fill("Please write to me.");
      button(shopper.page(), "Send message").click();
      assertThat(shopper.page().locator(".standing"))
          .containsText("We’ll answer your message by e-mail.");
      assertThat(button(shopper.page(), "Leave a message")).isHidden();
    }
  }

  @Test
  void words_that_are_being_written_are_there_on_the_next_page() {
    try (var shopper = shopper()) {
      shopper.page().locator(".composer textarea").pressSequentially("I have a ques");
      shopper.page().reload();
      opened(shopper);
      assertThat(shopper.page().locator(".composer textarea")).hasValue("I have a ques");
      shopper.page().locator(".composer textarea").press("Enter");
      assertThat(lines(shopper.page())).hasCount(2);
      shopper.page().reload();
      opened(shopper);
      assertThat(lines(shopper.page())).hasCount(2);
      assertThat(shopper.page().locator(".composer textarea")).hasValue("");
    }
  }

  @Test
  void a_message_is_sent_then_delivered_then_read_and_stays_so() {
    chat.answering((talk, text) -> {});
    try (var shopper = shopper()) {
      say(shopper.page(), "Hello");
      var state = shopper.page().locator(".list .state");
      assertThat(state).hasText("Sent");
      chat.talk().status("human", new JsonObject().put("agent", "Mei"));
      chat.talk().receipt(seen(0, 0), seen(1, 0));
      assertThat(state).hasText("Delivered");
      chat.talk().receipt(seen(0, 0), seen(1, 1));
      assertThat(state).hasText("Read");
      assertThat(state.locator(".icon.read")).hasCount(1);
      say(shopper.page(), "Are you there?");
      assertThat(state).hasText("Sent");
      chat.talk().receipt(seen(0, 0), seen(2, 1));
      shopper.page().reload();
      opened(shopper);
      assertThat(state).hasText("Delivered");
    }
  }

  @Test
  void the_bot_has_a_message_once_it_is_writing() {
    chat.answering(
        (talk, text) ->
            talk.send(new JsonObject().put("type", "typing").put("from", "bot").put("on", true)));
    try (var shopper = shopper()) {
      say(shopper.page(), "Hello");
      assertThat(shopper.page().locator(".list .state")).hasText("Delivered");
    }
  }

  private static JsonObject seen(int delivered, int read) {
    return new JsonObject().put("delivered", delivered).put("read", read);
  }

  @Test
  void an_erased_message_gives_way_to_a_tombstone() {
    try (var shopper = shopper()) {
      say(shopper.page(), "My number is 123");
      assertThat(lines(shopper.page())).hasCount(2);
      chat.talk()
          .send(
              new JsonObject()
                  .put("type", "message")
                  .put("seq", 1)
                  .put("from", "shopper")
                  .put("text", "")
                  .put("at", "2026-11-22T09:30:00Z")
                  .put("erased", true));
      assertThat(lines(shopper.page()).first()).hasText("This message was deleted.");
      assertThat(lines(shopper.page())).hasCount(2);
    }
  }

  @Test
  void a_thousand_messages_stay_fast() {
    try (var shopper = shopper()) {
      var page = shopper.page();
      say(page, "Hello");
      assertThat(lines(page)).hasCount(2);
      for (var i = 0; i < 499; i++) {
        chat.talk().lose("shopper", "Question " + i + ": where is my *order*?");
        chat.talk()
            .lose("bot", "Answer **" + i + "**: see [the page](https://shop.example/" + i + ").");
      }
      page.addInitScript(
          "window.slow = []; new PerformanceObserver(list => list.getEntries().forEach(it =>"
              + " window.slow.push(Math.round(it.duration)))).observe({entryTypes:"
              + " ['longtask']});");
      var opening = new ArrayList<Integer>();
      var more = new ArrayList<Integer>();
      for (var shown = 1_000; shown < 1_000 + 2 * TRIES; shown += 2) {
        page.reload();
        page.locator(".launcher").click();
        assertThat(lines(page)).hasCount(shown);
        assertThat(lines(page).last()).isInViewport();
        opening.add(longestTask(page));
        say(page, "One more");
        assertThat(lines(page)).hasCount(shown + 2);
        assertThat(lines(page).last()).isInViewport();
        more.add(longestTask(page));
      }
      assertThat(opening).as("the longest tasks to show them").anyMatch(it -> it < 1_500);
      assertThat(more).as("the longest tasks to show two more").anyMatch(it -> it < 200);
    }
  }

  private static int longestTask(Page page) {
    page.waitForTimeout(200);
    return ((List<?>) page.evaluate("window.slow.splice(0)"))
        .stream().map(Integer.class::cast).max(Integer::compare).orElse(0);
  }
}
