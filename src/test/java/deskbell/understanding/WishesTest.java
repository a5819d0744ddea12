package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "我想买一件衣服",
        "想买双鞋",
        "你好，我要买条裤子",
        "I want to buy a dress",
        "I'd like to buy some clothes",
        "Hello, I’m looking to buy a new lamp for my desk.",
        "im looking to buy a coat",
        "we want to buy something warm"
      })
  void wanting_one_of_a_kind_asks_for_advice(String text) {
    assertThat(Wishes.ofAKind(text, List.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我想买那件衣服",
        "想买件毛衣，怎么下单",
        "我想买张礼品卡",
        "想买双鞋有优惠吗",
        "I want to buy this",
        "how do I buy a dress",
        "I want to buy a dress but it fails at the payment step every single time",
        "I want to buy a gift card"
      })
  void how_to_buy_and_this_one_are_something_else(String text) {
    assertThat(Wishes.ofAKind(text, List.of())).isFalse();
  }

  @Test
  void whoever_names_a_product_knows_what_to_buy() {
    var named = new Entity(EntityType.PRODUCT, "LL-H201", 0, 1);
    assertThat(Wishes.ofAKind("I want to buy a Glow table lamp", List.of(named))).isFalse();
  }
}
