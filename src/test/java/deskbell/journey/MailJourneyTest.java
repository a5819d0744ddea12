package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.Browser.Visitor;
import deskbell.RunningServer;
import deskbell.store.TestDatabase;
import deskbell.webchat.mail.FakeSmtp;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a conversation by e-mail, from the built widget to an SMTP server. */
class MailJourneyTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  @Test
  void a_shopper_has_the_conversation_sent_three_times_a_day_at_most() throws TimeoutException {
    var vertx = Vertx.vertx();
    var smtp = new FakeSmtp(vertx);
    try (var server =
            RunningServer.on(
                database,
                data,
                "--mail-server=" + smtp.address(),
                "--mail-from=Lantern Lane <chat@shop.example>");
        var shopper = People.shopper(server, "en-GB", "en")) {
      People.say(shopper, "How much is delivery?");
      assertThat(People.last(shopper)).containsText("£3.95");
      for (var copy = 1; copy <= 3; copy++) {
        post(shopper, "ada" + copy + "@shop.example");
        assertThat(shopper.page().locator(".notice"))
            .hasText("A copy is on its way to ada" + copy + "@shop.example.");
      }
      post(shopper, "ada4@shop.example");
      assertThat(shopper.page().locator(".notice")).containsText("Enough copies have been sent");
      until("all three are sent", () -> smtp.mails().size() == 3);
      assertThat(smtp.mails())
          .allSatisfy(mail -> assertThat(mail.to().getFirst()).matches("<ada[123]@shop.example>"));
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  private static void post(Visitor shopper, String email) {
    People.button(shopper, "More").click();
    People.button(shopper, "E-mail me the conversation").click();
    shopper.page().getByLabel("Your e-mail address").fill(email);
    People.button(shopper, "Send copy").click();
  }
}
