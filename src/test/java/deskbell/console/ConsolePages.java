package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.PageServer;

/** What tests of the console's pages do and look at. */
final class ConsolePages {
  private ConsolePages() {}

  /** Somebody signed in at a place; the first look at the session is a 401 that browsers log. */
  static Visitor at(PageServer server, String role, String route) {
    return at(Browser.person(), server, role, route);
  }

  static Visitor at(Browser.Person person, PageServer server, String role, String route) {
    var visitor = person.visit(server.at("/console/" + route)).expectingSignedOut();
    signIn(visitor.page(), role, "secret");
    assertThat(visitor.page().locator(".bar .who")).hasText(role);
    return visitor;
  }

  static void signIn(Page page, String name, String password) {
    page.locator("#name").fill(name);
    page.locator("#password").fill(password);
    page.locator("#password").press("Enter");
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator notice(Page page) {
    return page.locator(".notices p");
  }
}
