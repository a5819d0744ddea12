package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that speak of what was talked about before. */
class ReferenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cancel it",
        "please cancel that order",
        "取消它",
        "把这个订单取消",
        "上一单不要了",
        "its late, cancel"
      })
  void the_order_of_a_flow_that_is_over_is_meant(String text) {
    var call = tracked().starts("cancel-order", text).call();

    assertThat(call.arguments())
        .isEqualTo(Map.of("order", "LL20481234", "email", "anna@example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I want to cancel an order", "我要取消订单"})
  void a_message_that_refers_to_nothing_is_asked_for_its_order(String text) {
    var talk = tracked().starts("cancel-order", text);

    assertThat(talk.open().slots()).isEqualTo(Map.of("email", "anna@example.com"));
    assertThat(talk.words()).singleElement().asString().startsWith("Which order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"can I change the address", "能改个地址吗"})
  void a_part_of_an_order_is_of_the_one_that_was_talked_about(String text) {
    assertThat(tracked().starts("change-address", text).open().slots())
        .containsEntry("order", "LL20481234");
  }

  @Test
  void what_was_said_refers_though_what_was_made_of_it_does_not() {
    var call = tracked().starts("cancel-order", "cancel that order", "cancel order please").call();

    assertThat(call.arguments()).containsEntry("order", "LL20481234");
  }

  @Test
  void a_message_with_its_own_order_means_that_one() {
    var call = tracked().starts("cancel-order", "cancel that order: LL20481235").call();

    assertThat(call.arguments()).containsEntry("order", "LL20481235");
  }

  @Test
  void what_was_said_a_day_ago_is_no_longer_meant() {
    var talk = tracked().passes(Duration.ofDays(1)).starts("cancel-order", "cancel it");

    assertThat(talk.open().slots()).isEmpty();
  }

  @Test
  void what_is_known_outlives_a_flow_that_the_shopper_left() {
    var left = Talk.in(Language.EN).starts("cancel-order", "cancel LL20481234").says("never mind");

    assertThat(left.state().flows()).isEmpty();
    assertThat(left.starts("track-order", "where is it").open().slots())
        .containsEntry("order", "LL20481234");
  }

  @Test
  void what_open_flows_have_asked_outlives_them_where_a_person_takes_over() {
    var left =
        Talk.in(Language.EN)
            .starts("return-item", "return LL20481234, anna@example.com")
            .starts("cancel-order", "cancel LL20481235 instead")
            .leaves();

    assertThat(left.state().flows()).isEmpty();
    assertThat(left.starts("damaged-item", "it arrived broken").open().slots())
        .containsEntry("order", "LL20481235")
        .containsEntry("email", "anna@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 'return LL20481234, anna@example.com', 'ok please register the return'",
    "EN, 'return LL20481234, anna@example.com', 'I want to return something, broken'",
    "ZH, '退货 LL20481234, anna@example.com', '好的，继续退货'",
    "ZH, '退货 LL20481234, anna@example.com', '有质量问题'"
  })
  void whoever_goes_on_with_a_task_after_a_person_is_not_asked_for_the_order_again(
      Language language, String begun, String goesOn) {
    assertThat(
            Talk.in(language)
                .starts("return-item", begun)
                .leaves()
                .starts("return-item", goesOn)
                .open()
                .slots())
        .containsEntry("order", "LL20481234");
  }

  @Test
  void after_a_person_as_well_another_order_is_asked_for() {
    assertThat(
            Talk.in(Language.EN)
                .starts("return-item", "return LL20481234, anna@example.com")
                .leaves()
                .starts("track-order", "where is my other order")
                .open()
                .slots())
        .doesNotContainKey("order");
  }

  private static Talk tracked() {
    return Talk.in(Language.EN)
        .starts("track-order", "where is my order LL20481234, anna@example.com")
        .shop("ok", Map.of("status", "packing"));
  }
}
