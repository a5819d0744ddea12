package deskbell.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.RunningServer;

/** What the people of a journey do in their browsers: shoppers in the widget, staff at the desk. */
final class People {
  private People() {}

  /** A shopper with the widget open. */
  static Visitor shopper(RunningServer server, String locale, String language) {
    var visitor = Browser.person().speaking(locale).visit(server.at("/?lang=" + language));
    visitor.page().locator(".launcher").click();
    return visitor;
  }

  /** Whoever may sign in first, signed in; the first look at the session is a 401. */
  static Visitor staff(RunningServer server, String route) {
    var first = server.firstSignIn();
    var visitor = Browser.person().visit(server.at("/console/" + route)).expectingSignedOut();
    signIn(visitor, first.name(), first.password());
    assertThat(visitor.page().locator(".bar .who")).hasText(first.name());
    return visitor;
  }

  static void signIn(Visitor visitor, String name, String password) {
    visitor.page().locator("#name").fill(name);
    visitor.page().locator("#password").fill(password);
    visitor.page().locator("#password").press("Enter");
  }

  /** Says something in the widget. */
  static void say(Visitor shopper, String text) {
    var composer = shopper.page().locator(".composer textarea");
    composer.fill(text);
    composer.press("Enter");
    assertThat(shopper.page().locator(".list .bubble").getByText(text).first()).isVisible();
  }

  /** What stands last in the widget. */
  static Locator last(Visitor shopper) {
    return shopper.page().locator(".list .bubble").last();
  }

  /** The button of this name. */
  static Locator button(Visitor visitor, String name) {
    return visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
