package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have a question",
        "hi, i've got a quick question please",
        "Can I ask you something?",
        "could you help me please",
        "我想问个事",
        "您好，请问一下",
        "有个问题想问",
        "想咨询一下"
      })
  void a_question_that_is_announced_is_waited_for(String text) {
    assertThat(Announcements.intent(text)).contains("greet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's about my order", "its about an order.", "我的订单", "关于我的订单的问题"})
  void of_an_order_that_is_named_the_number_is_asked(String text) {
    assertThat(Announcements.intent(text)).contains("track_order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have a question about returns",
        "can you help me return a lamp",
        "it's about my order, I want to cancel it",
        "a question of taste",
        "我想问个事，怎么退货",
        "取消我的订单"
      })
  void what_says_more_is_read_as_it_is(String text) {
    assertThat(Announcements.intent(text)).isEmpty();
  }
}
