package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.Axe;
import deskbell.Browser;
import deskbell.Browser.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2 AA in every state of the widget, as far as axe-core can tell. */
class WidgetAccessibilityTest extends WidgetCase {
  static Stream<Arguments> shoppers() {
    return Stream.of(
        Arguments.of("en", Browser.person()),
        Arguments.of("zh", Browser.person().speaking("zh-CN").onPhone().atNight()));
  }

  @ParameterizedTest
  @MethodSource("shoppers")
  void axe_finds_nothing_in_any_state(String language, Person person) {
    List<String> breaches = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    try (var shopper = person.visit(server.at("/?lang=" + language))) {
      var page = shopper.page();
      new WidgetTour(
              page,
              chat,
              language.equals("zh"),
              state -> {
                seen.add(state);
                Axe.breaches(page, "deskbell-chat").forEach(it -> breaches.add(state + ": " + it));
              })
          .go();
    }
    assertThat(seen).hasSize(21);
    assertThat(breaches).isEmpty();
  }
}
