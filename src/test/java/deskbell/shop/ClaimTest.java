package deskbell.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {
  private static final Optional<Order> ORDER = Optional.of(Example.order(OrderStatus.SHIPPED));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amelia.hart@example.com",
        "Amelia.Hart@EXAMPLE.com",
        "  amelia.hart@example.com ",
        "ａｍｅｌｉａ．ｈａｒｔ＠ｅｘａｍｐｌｅ．ｃｏｍ"
      })
  void the_email_proves_however_it_is_written(String email) {
    assertThat(claim("email", email).proves(ORDER, Need.EITHER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123",
        "０１２３",
        "900123",
        "07700 900123",
        "+44 7700 900123",
        "0044-7700-900123",
        "4477 0090 0123"
      })
  void the_last_four_digits_or_the_whole_number_prove(String phone) {
    assertThat(claim("phone", phone).proves(ORDER, Need.EITHER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"123", "3", "0124", "10123", "+44 7700 900124", "+45 7700 900123", "1 0123", "-"})
  void any_other_phone_does_not(String phone) {
    assertThat(claim("phone", phone).proves(ORDER, Need.EITHER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "amelia.hart@example.co", "@", "amelia.hart@example.com.evil"})
  void any_other_email_does_not(String email) {
    assertThat(claim("email", email).proves(ORDER, Need.EITHER)).isFalse();
  }

  @Test
  void a_number_kept_without_its_country_is_proved_with_it() {
    var kept = contact(new Order.Contact("", "13800001024"));
    assertThat(claim("phone", "+86 138 0000 1024").proves(kept, Need.EITHER)).isTrue();
  }

  @Test
  void an_order_without_contact_is_proved_by_nothing() {
    var kept = contact(Order.Contact.NONE);
    assertThat(both("", "").proves(kept, Need.EITHER)).isFalse();
    assertThat(both("a@example.com", "0123").proves(kept, Need.EITHER)).isFalse();
  }

  @Test
  void no_order_is_proved_by_nothing() {
    assertThat(both("amelia.hart@example.com", "0123").proves(Optional.empty(), Need.EITHER))
        .isFalse();
  }

  @Test
  void both_means_both() {
    assertThat(both("amelia.hart@example.com", "0123").proves(ORDER, Need.BOTH)).isTrue();
    assertThat(both("amelia.hart@example.com", "0124").proves(ORDER, Need.BOTH)).isFalse();
    assertThat(both("other@example.com", "0123").proves(ORDER, Need.BOTH)).isFalse();
    assertThat(claim("phone", "0123").complete(Need.BOTH)).isFalse();
  }

  @Test
  void the_order_number_is_read_in_any_width_and_case() {
    assertThat(Claim.of(Map.of("order", " ｌｌ２０４８１２３４ ")).order()).isEqualTo("LL20481234");
  }

  @Test
  void a_claim_without_order_is_refused() {
    assertThatThrownBy(() -> Claim.of(Map.of("order", " ")))
        .isInstanceOf(Invalid.class)
        .hasMessage("order is missing");
    assertThatThrownBy(() -> Claim.of(Map.of("order", "L".repeat(41))))
        .hasMessage("order has more than 40 characters");
  }

  private static Claim claim(String name, String value) {
    return Claim.of(Map.of("order", "LL20481234", name, value));
  }

  private static Claim both(String email, String phone) {
    return Claim.of(Map.of("order", "LL20481234", "email", email, "phone", phone));
  }

  private static Optional<Order> contact(Order.Contact contact) {
    var order = Example.order(OrderStatus.SHIPPED);
    return Optional.of(
        new Order(
            order.number(),
            order.user(),
            contact,
            order.items(),
            order.total(),
            order.status(),
            order.ordered(),
            order.shipment(),
            order.eta(),
            order.delivered(),
            order.address(),
            order.refund(),
            order.returned(),
            order.invoice()));
  }
}
