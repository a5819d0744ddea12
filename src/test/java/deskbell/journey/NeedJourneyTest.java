package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.journey.People.button;
import static deskbell.journey.People.staff;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import deskbell.Browser.Visitor;
import deskbell.SharedServer;
import deskbell.conversation.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From what shoppers asked in vain to an article that answers it: browsers, server, database. */
class NeedJourneyTest {
  @RegisterExtension static final SharedServer shared = new SharedServer();

  /** Somebody asked, and was told that it is not known. */
  private static ConversationId asked(String text, String language) {
    var conversation = shared.database().conversation();
    shared
        .database()
        .execute(
            """
            INSERT INTO message (conversation, seq, sender, text, kind, turn)
            VALUES ('%1$s', 1, 'shopper', '%2$s', 'say', 1);
            INSERT INTO message (conversation, seq, sender, text, in_reply_to, trace)
            VALUES ('%1$s', 2, 'bot', '…', 1, ARRAY['language: %3$s', 'compared: Unknown'])
            """
                .formatted(conversation, text, language));
    return conversation;
  }

  private static void handedOver(ConversationId conversation) {
    shared
        .database()
        .execute(
            """
            INSERT INTO ticket (conversation, state, reason, summary, language)
            VALUES ('%s', 'closed', 'not_understood', '{}', 'en')
            """
                .formatted(conversation));
  }

  private static Locator need(Visitor editor, String text) {
    return editor.page().locator(".need").filter(new Locator.FilterOptions().setHasText(text));
  }

  @Test
  void a_question_asked_in_vain_becomes_an_article_that_answers_it() {
    asked("Can I bring my dog into the shop?", "en");
    handedOver(asked("May I bring a dog into your shop?", "en"));
    asked("可以带狗进店吗", "zh");
    try (var editor = staff(shared.server(), "#/needs").expecting("404")) {
      var page = editor.page();
      assertThat(need(editor, "Can I bring my dog")).hasCount(1);
      assertThat(need(editor, "Can I bring my dog")).containsText("Handed over: 1");
      need(editor, "Can I bring my dog").locator(".primary").click();
      var question = page.locator("#en-question").inputValue();
      var also = page.locator("#en-also").inputValue();
      assertThat(List.of(question, also))
          .containsExactlyInAnyOrder(
              "Can I bring my dog into the shop?", "May I bring a dog into your shop?");
      page.reload();
      assertThat(page.locator("#en-question")).hasValue(question);
      assertThat(page.locator("#en-also")).hasValue(also);
      page.locator("#en-answer").fill("Well-behaved dogs on a lead are welcome.");
      button(editor, "What would change?").first().click();
      var dialog = page.locator("dialog");
      assertThat(dialog.locator("[role=status]")).containsText("Answered differently: 2");
      button(editor, "Close").click();
      button(editor, "Publish").first().click();
      assertThat(page.locator(".notices p")).hasText("Published. The next answer uses it.");
    }
  }
}
