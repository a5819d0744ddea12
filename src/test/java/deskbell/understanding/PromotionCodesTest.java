package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionCodesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HARBOUR15 voucher dosent go thru",
        "is the code spring15 still good",
        "优惠卷HARBOUR15用不了"
      })
  void a_message_that_names_a_code_is_about_promotions(String text) {
    assertThat(PromotionCodes.named(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my code doesn't work",
        "the code is 483920",
        "product code LL-C104",
        "postcode BS1 4DJ",
        "order LL20481234, what's the code for the locker",
        "do you have a case for the iphone15",
        "订单 LL20481234 的取件码是多少"
      })
  void other_codes_and_numbers_are_none(String text) {
    assertThat(PromotionCodes.named(text)).isFalse();
  }
}
