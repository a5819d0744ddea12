package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import deskbell.Browser;
import deskbell.Browser.Person;
import deskbell.Browser.Visitor;
import org.junit.jupiter.api.Test;

/**
 * The widget where there is little room: an on-screen keyboard, a large zoom, a small telephone.
 */
class WidgetSpaceTest extends WidgetCase {
  private static final Person ZOOMED = new Person("en-GB", 640, 360, false);
  private static final Person LYING = new Person("en-GB", 844, 390, false);

  /** A visual viewport whose keyboard and pinching are the test's. */
  private static final String VIEW =
      """
      const view = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0 });
      Object.defineProperties(view, {
        width: { get: () => innerWidth / view.scale },
        height: { get: () => view.seen ?? innerHeight / view.scale },
      });
      Object.defineProperty(window, 'visualViewport', { value: view });
      window.see = (change) => {
        Object.assign(view, change);
        view.dispatchEvent(new Event('resize'));
        view.dispatchEvent(new Event('scroll'));
      };\
      """;

  private static final String BOX =
      "() => { const box ="
          + " document.querySelector('deskbell-chat').shadowRoot.querySelector('.panel').getBoundingClientRect();"
          + " return [box.top, box.bottom].map(Math.round).join(' to '); }";

  @Test
  void on_a_telephone_the_panel_stays_above_the_keyboard_where_the_browser_has_moved_it() {
    try (var shopper = withKeyboard(Browser.person().onPhone())) {
      var page = shopper.page();
      stands(page, "0 to 844");
      page.evaluate("see({ seen: 500, offsetTop: 120 })");
      stands(page, "120 to 620");
      page.evaluate("see({ seen: undefined, offsetTop: 0 })");
      stands(page, "0 to 844");
    }
  }

  @Test
  void on_a_lying_telephone_too() {
    try (var shopper = withKeyboard(LYING)) {
      var page = shopper.page();
      stands(page, "20 to 370");
      page.evaluate("see({ seen: 180, offsetTop: 30 })");
      stands(page, "38 to 202");
      page.evaluate("see({ seen: undefined, offsetTop: 0 })");
      stands(page, "20 to 370");
    }
  }

  @Test
  void whoever_pinches_to_read_closer_keeps_the_whole_panel() {
    try (var shopper = withKeyboard(Browser.person().onPhone())) {
      shopper.page().evaluate("see({ scale: 2, offsetTop: 200 })");
      stands(shopper.page(), "0 to 844");
    }
  }

  @Test
  void the_pages_own_listener_for_its_viewport_is_left_alone() {
    try (var shopper = Browser.person().visit(server.at("/?lang=en"))) {
      shopper.page().evaluate("() => { visualViewport.onresize = () => (window.told = true); }");
      opened(shopper);
      assertThat(shopper.page().locator(".greeting")).isVisible();
      shopper.page().setViewportSize(1000, 700);
      shopper.page().waitForFunction("window.told");
    }
  }

  @Test
  void at_200_percent_everything_under_more_can_be_reached() {
    try (var shopper = opened(ZOOMED.visit(server.at("/?lang=en")))) {
      var page = shopper.page();
      say(page, "Hello");
      assertThat(lines(page)).hasCount(2);
      button(page, "More").click();
      page.locator(".menu button").last().scrollIntoViewIfNeeded();
      var seen =
          page.locator(".menu button")
              .last()
              .evaluate(
                  "it => { const box = it.getBoundingClientRect(); const at ="
                      + " it.getRootNode().elementFromPoint(box.x + 9, box.bottom - 9);"
                      + " return it.contains(at); }");
      assertThat(seen).isEqualTo(true);
    }
  }

  @Test
  void where_nothing_was_said_the_greeting_is_read_from_its_beginning() {
    try (var shopper = opened(ZOOMED.visit(server.at("/?lang=en")))) {
      assertThat(shopper.page().locator(".greeting .privacy")).isAttached();
      assertThat((Integer) shopper.page().locator(".log").evaluate("it => it.scrollTop")).isZero();
    }
  }

  private static Visitor withKeyboard(Person person) {
    var visitor = person.visit("about:blank");
    visitor.page().addInitScript(VIEW);
    visitor.page().navigate(server.at("/?lang=en"));
    opened(visitor);
    assertThat(visitor.page().locator(".greeting")).isVisible();
    return visitor;
  }

  /** The panel's upper and lower edge, once it has risen. */
  private static void stands(Page page, String edges) {
    until("the panel stands at " + edges, () -> edges.equals(page.evaluate(BOX)));
  }
}
