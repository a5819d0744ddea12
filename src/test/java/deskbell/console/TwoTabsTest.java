package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** One agent with the desk open twice. */
class TwoTabsTest extends ShiftCase {
  private static final String COUNTING =
      """
      window.sounds = 0;
      window.OscillatorNode = class extends OscillatorNode {
        start(when) { window.sounds++; super.start(when); }
      };
      """;

  /** Notes of one sound. */
  private static final int NOTES = 2;

  @Test
  void what_is_written_and_sent_in_one_stands_so_in_the_other() {
    var id = waiting("My lamp flickers");
    try (var mia = taking("Mia", id)) {
      var one = mia.page();
      assertThat(one.locator(".reply textarea")).isFocused();
      var other = mia.tab(at("#/desk/" + id));
      one.locator(".reply textarea").pressSequentially("Hello");
      assertThat(other.locator(".reply textarea")).hasValue("Hello");
      other.locator(".reply textarea").press("Enter");
      assertThat(one.locator(".from-agent .bubble")).hasText("Hello");
      assertThat(one.locator(".reply textarea")).hasValue("");
    }
  }

  @Test
  void who_goes_away_in_one_is_away_in_the_other() {
    try (var mia = visit("Mia", "#/desk")) {
      var other = mia.tab(at("#/desk"));
      assertThat(other.locator(".presence")).containsText("Online");
      other.waitForCondition(() -> present("Mia"));
      mia.page().locator(".presence").click();
      assertThat(other.locator(".presence")).containsText("Away");
    }
  }

  private static boolean present(String agent) {
    return !database
        .text("SELECT count(*) FROM agent_presence WHERE agent = '%s'".formatted(agent))
        .equals("0");
  }

  @Test
  void only_one_of_them_sounds() {
    try (var mia = visit("Mia", "#/desk")) {
      var one = mia.page();
      one.context().addInitScript(COUNTING);
      one.reload();
      assertThat(one.locator(".group.waiting .hint")).isVisible();
      var other = mia.tab(at("#/desk"));
      assertThat(other.locator(".group.waiting .hint")).isVisible();
      announce(waiting("Hello?"));
      assertThat(one).hasTitle("(1) Deskbell");
      assertThat(other).hasTitle("(1) Deskbell");
      one.waitForCondition(() -> sounds(one) + sounds(other) >= NOTES);
      one.waitForTimeout(1_000);
      assertThat(sounds(one) + sounds(other)).isEqualTo(NOTES);
    }
  }

  private static int sounds(Page page) {
    return (int) page.evaluate("window.sounds");
  }

  @Test
  void a_note_stays_where_the_colleague_has_left_meanwhile() {
    var id = waiting("My lamp flickers");
    try (var mia = visit("Mia", "#/desk/" + id).expecting("409")) {
      var page = mia.page();
      database.execute(
          "INSERT INTO agent_presence (agent, until) VALUES ('Tom', now() + interval '1 hour')");
      button(page, "Take this one").click();
      button(page, "Pass on").click();
      page.locator("#pass-to").selectOption("agent Tom");
      page.locator("#pass-note").fill("She has sent a photo.");
      database.execute("DELETE FROM agent_presence WHERE agent = 'Tom'");
      page.locator("dialog .primary").click();
      assertThat(page.locator("#pass-to-error")).containsText("not at the desk just now");
      assertThat(page.locator("#pass-to option", new Page.LocatorOptions().setHasText("Tom")))
          .hasCount(0);
      assertThat(page.locator("#pass-note")).hasValue("She has sent a photo.");
      page.locator("#pass-to").selectOption("queue");
      page.locator("dialog .primary").click();
      assertThat(page.locator(".talking h1")).hasText("Waits for a person");
      assertThat(page.locator(".line.note .bubble")).hasText("She has sent a photo.");
    }
  }
}
