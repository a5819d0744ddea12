package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.console.ConsolePages.button;
import static deskbell.store.TestDatabase.await;

import com.microsoft.playwright.Route;
import deskbell.conversation.Ask;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What stands beside a conversation, in a real browser, with the demo shop's orders. */
class BesidePageTest extends ConsoleCase {
  @Test
  void an_order_that_is_named_stands_beside_and_its_number_leads_there() {
    var id = database.conversation();
    server.handOver(id, "c1", "Where is LL20481301, and AB99999999?");
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      assertThat(page.locator(".orders summary strong")).hasText("LL20481234");
      page.locator(".order-link").first().click();
      assertThat(page.locator(".orders .asked summary")).containsText("LL20481301");
      page.locator(".order-link").nth(1).click();
      assertThat(page.locator(".orders .hint")).hasText("The shop knows no order AB99999999.");
    }
  }

  @Test
  void a_shop_that_is_late_or_does_not_answer_is_said_so_and_asked_again() {
    var id = database.conversation();
    server.handOver(id, "c1", "Where is LL20481301?");
    try (var mia = visit("Mia", "#/desk").expecting("503")) {
      var page = mia.page();
      var asked = new ArrayList<Route>();
      var shop = new AtomicReference<Consumer<Route>>(asked::add);
      page.route("**/orders?*", route -> shop.get().accept(route));
      page.navigate(at("#/desk/" + id));
      assertThat(page.locator(".orders .hint")).hasText("Asking the shop …");
      shop.set(BesidePageTest::down);
      asked.forEach(BesidePageTest::down);
      assertThat(page.locator(".orders .hint"))
          .hasText("The shop’s system does not answer just now.");
      shop.set(Route::resume);
      button(page.locator(".orders"), "Try again").click();
      assertThat(page.locator(".orders summary strong")).hasText("LL20481234");
    }
  }

  private static void down(Route route) {
    route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}"));
  }

  @Test
  void the_order_asked_for_last_stands_although_the_shop_fails_for_the_one_before() {
    var id = database.conversation();
    server.handOver(id, "c1", "Where is LL20481301, and LL20481234?");
    try (var mia = visit("Mia", "#/desk/" + id).expecting("503")) {
      var page = mia.page();
      assertThat(page.locator(".orders summary strong")).hasText("LL20481234");
      var asked = new ArrayList<Route>();
      page.route("**/orders?*LL20481301", asked::add);
      page.locator(".order-link").first().click();
      assertThat(page.locator(".orders .hint")).hasText("Asking the shop …");
      page.locator(".order-link").nth(1).click();
      assertThat(page.locator(".orders .asked strong")).hasText("LL20481234");
      page.waitForResponse("**/orders?*", () -> asked.forEach(BesidePageTest::down));
      assertThat(page.locator(".orders .asked strong")).hasText("LL20481234");
      assertThat(page.locator(".orders .hint")).hasCount(0);
    }
  }

  @Test
  void a_suggested_answer_is_put_in_with_one_key() {
    var id = database.conversation();
    server.handOver(id, "c1", "How much is delivery?");
    // nothing but what the bot says of itself fits this
    await(server.bot.accept(id, "c2", new Ask.Say("A person, please")));
    try (var mia = visit("Mia", "#/desk/" + id)) {
      var page = mia.page();
      assertThat(page.locator(".suggested summary")).hasText("How much is delivery?");
      assertThat(page.locator(".suggested .as-answered")).hasText("It is £3.95.");
      assertThat(page.locator(".suggested .as-answered strong")).hasText("£3.95");
      button(page, "Take this one").click();
      var text = page.locator(".reply textarea");
      assertThat(text).isFocused();
      text.pressSequentially("1");
      assertThat(text).hasValue("1");
      text.fill("");
      page.locator(".reading").focus();
      page.keyboard().press("1");
      assertThat(text).hasValue("It is **£3.95**.");
      text.fill("");
      text.press("Alt+1");
      assertThat(text).hasValue("It is **£3.95**.");
    }
  }

  @Test
  void what_the_shopper_said_in_other_conversations_is_one_click_away() {
    var before = database.conversation();
    server.handOver(before, "c1", "My kettle leaks");
    var id = database.conversation();
    server.handOver(id, "c1", "Any news?");
    database.execute(
        "UPDATE conversation SET identity = 'shopper-7' WHERE id IN ('%s', '%s')"
            .formatted(before, id));
    try (var mia = visit("Mia", "#/desk/" + id)) {
      mia.page().locator(".earlier a").getByText("My kettle leaks").click();
      assertThat(mia.page().locator(".reading .bubble").first()).hasText("My kettle leaks");
    }
  }
}
