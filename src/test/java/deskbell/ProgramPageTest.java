package deskbell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deskbell.Browser.Visitor;
import java.net.http.HttpClient;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator lets programs in and tells them of events, in a real browser. */
class ProgramPageTest {
  @RegisterExtension static final SharedServer shared = new SharedServer();

  private static Visitor admin(String locale) {
    var first = shared.server().firstSignIn();
    var visitor =
        Browser.person()
            .speaking(locale)
            .visit(shared.server().at("/console/#/programs"))
            .expectingSignedOut()
            .expecting("400")
            .expecting("409");
    visitor.page().locator("#name").fill(first.name());
    visitor.page().locator("#password").fill(first.password());
    visitor.page().locator("#password").press("Enter");
    return visitor;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void a_token_is_made_shown_once_used_and_revoked() {
    try (var admin = admin("en-GB");
        var client = HttpClient.newHttpClient()) {
      var page = admin.page();
      page.locator("#token-name").fill("Warehouse");
      page.locator("section.programs").first().locator("button[type=submit]").click();
      assertThat(page.locator("dialog h2")).hasText("Token of Warehouse");
      var secret = page.locator("dialog .secret").inputValue();
      button(page, "Done").click();
      var program =
          Caller.nobody(client, shared.server()).with("Authorization", "Bearer " + secret);
      program.done("GET", "/api/tickets", "");
      page.reload();
      assertThat(page.locator(".tokens li")).containsText("last used");
      admin.picture("programs-en");
      page.locator("#token-name").fill("warehouse");
      page.locator("section.programs").first().locator("button[type=submit]").click();
      assertThat(page.locator("#token-name-error"))
          .hasText("A person or a program has this name already. Choose another.");
      button(page, "Revoke").click();
      page.locator("dialog .primary").click();
      assertThat(page.locator(".tokens li strong")).hasCount(0);
      Assertions.assertThat(program.ask("GET", "/api/tickets", "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void a_webhook_is_made_looked_at_paused_and_removed() {
    try (var admin = admin("zh-CN")) {
      var page = admin.page();
      var add = page.locator("section.programs").last().locator("button[type=submit]");
      page.locator("#webhook-url").fill("shop.example");
      add.click();
      assertThat(page.locator("#webhook-url-error"))
          .hasText("请填写形如 https://shop.example/deskbell 的地址，不含密码和 #。");
      page.locator("#webhook-url").fill("https://shop.invalid/deskbell");
      add.click();
      assertThat(page.locator("dialog h2")).hasText("Webhook 的密钥");
      button(page, "完成").click();
      assertThat(page.locator(".webhooks li")).containsText("转人工、结束、收到评价");
      shared
          .database()
          .execute(
              """
              INSERT INTO webhook_delivery (webhook, event, kind, conversation, data, state, tries, problem)
              SELECT id, gen_random_uuid(), 'conversation.closed', gen_random_uuid(), '{}', 'given_up', 9,
                'answers 500' FROM webhook
              """);
      page.reload();
      assertThat(page.locator(".webhooks li")).containsText("1 条已放弃");
      button(page, "送达记录").click();
      assertThat(page.locator(".hook-log li")).containsText("试了 9 次后放弃");
      admin.picture("webhooks-zh");
      button(page, "再试一次").click();
      assertThat(page.locator(".webhooks li")).containsText("1 条等待送达");
      button(page, "暂停").click();
      assertThat(page.locator(".webhooks li")).containsText("已暂停");
      page.locator(".webhooks li .danger").click();
      page.locator("dialog .primary").click();
      assertThat(page.locator(".webhooks li strong")).hasCount(0);
    }
  }

  @Test
  void what_became_of_a_test_is_said_at_once() {
    try (var admin = admin("zh-CN")) {
      var page = admin.page();
      page.locator("#webhook-url").fill("https://127.0.0.1/deskbell");
      page.locator("section.programs").last().locator("button[type=submit]").click();
      button(page, "完成").click();
      button(page, "测试").click();
      assertThat(page.locator(".notices p").last())
          .hasText("发往 127.0.0.1 的测试通知没有送达。该地址是内网地址，服务器未允许。");
      // no event was lost
      assertThat(page.locator(".webhooks li .stale")).hasCount(0);
      page.locator(".webhooks li .danger").click();
      page.locator("dialog .primary").click();
      assertThat(page.locator(".webhooks li strong")).hasCount(0);
    }
  }
}
