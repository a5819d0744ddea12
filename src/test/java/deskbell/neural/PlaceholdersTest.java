package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private final Placeholders english =
      Placeholders.of(
          List.of(
              "Delivery is free from £50; below that it is £3.95.",
              "Order by 14:00, or write to help@lanternlane.example.",
              "EU 38 is 24.5 cm, and 30-day returns end on 2026-11-30."));

  @Test
  void values_are_hidden_in_the_order_of_the_texts() {
    assertThat(english.facts())
        .containsExactly(
            "Delivery is free from {1}; below that it is {2}.",
            "Order by {3}, or write to {4}.", "EU {5} is {6} cm, and {7}-day returns end on {8}.");
  }

  @Test
  void an_address_is_hidden_whole() {
    assertThat(
            Placeholders.of(List.of("Track it at shop.example/track.", "登录 shop.example/me，看进度。"))
                .facts())
        .containsExactly("Track it at {1}.", "登录 {2}，看进度。");
  }

  @Test
  void a_reply_is_hidden_and_filled_again() {
    var reply = "It costs £3.95, and nothing from £50.";
    assertThat(english.hide(reply)).contains("It costs {2}, and nothing from {1}.");
    assertThat(english.hide(reply).flatMap(english::fill)).contains(reply);
  }

  @Test
  void a_value_that_the_facts_do_not_hold_is_refused() {
    assertThat(english.hide("It costs £4.")).isEmpty();
    assertThat(english.fill("It costs {12}.")).isEmpty();
    assertThat(english.fill("It costs {0}.")).isEmpty();
    assertThat(english.fill("It costs £3.95.")).isEmpty();
    assertThat(english.fill("Use the code SAVE10.")).isEmpty();
  }

  @Test
  void chinese_is_read_without_spaces() {
    var chinese = Placeholders.of(List.of("满 299 元包邮，不满收 12 元。", "签收后 7 天内可退，热线 400-000-1234。"));
    assertThat(chinese.facts()).containsExactly("满 {1} 元包邮，不满收 {2} 元。", "签收后 {3} 天内可退，热线 {4}。");
    assertThat(chinese.fill("运费 {2} 元，满 {1} 元免。")).contains("运费 12 元，满 299 元免。");
  }

  @Test
  void a_text_without_values_stays_as_it_is() {
    var plain = Placeholders.of(List.of("We deliver on weekdays."));
    assertThat(plain.facts()).containsExactly("We deliver on weekdays.");
    assertThat(plain.fill("On weekdays.")).contains("On weekdays.");
  }
}
