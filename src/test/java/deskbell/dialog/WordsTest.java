package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.dialog.flow.Format;
import deskbell.dialog.flow.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Yes.", "yes please", "OK", "ｙｅｓ", "好的，谢谢", "可以啊", "是的！", "确认"})
  void a_yes_is_a_yes_with_any_courtesy(String text) {
    assertThat(Words.yes(text)).isTrue();
    assertThat(Words.no(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"No!", "no thanks", "don’t", "not yet, thanks", "不用了", "先不要", "先不退了", "不是的"})
  void a_no_is_a_no(String text) {
    assertThat(Words.no(text)).isTrue();
    assertThat(Words.yes(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "我手机尾号是8812, true",
    "my phone number ends in 8812, true",
    "8812, true",
    "手机昨天就坏了 8812, false",
    "I lost the parcel 8812, false"
  })
  void what_a_number_is_says_nothing_more(String text, boolean little) {
    int at = text.indexOf("8812");
    var phone = new Entity(EntityType.PHONE, "8812", at, at + 4);
    assertThat(Words.littleBeside(List.of(phone), text)).isEqualTo(little);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never mind, I found it",
        "Cancel",
        "算了，我自己看",
        "先不办了",
        "取消",
        "oh forget it, I found it",
        "nah, I'll do it myself",
        "算啦我自己装吧",
        "当我没说",
        "先不换了"
      })
  void some_words_leave(String text) {
    assertThat(Words.leaves(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel order LL20481234", "I want to cancel", "取消订单", "yes", "8812"})
  void others_do_not(String text) {
    assertThat(Words.leaves(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the e-mail you have", "Same one please", "就发订单上的那个邮箱", "就这个吧", "跟下单的那个一样"})
  void some_words_point_at_what_is_there(String text) {
    assertThat(Words.points(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not the one on the order",
        "do you have it?",
        "you have the wrong e-mail",
        "you have it, but send it to another one",
        "不要发订单上的",
        "订单上的不对",
        "你们有的是我以前公司的邮箱，现在已经收不到了",
        "my e-mail"
      })
  void others_point_at_nothing(String text) {
    assertThat(Words.points(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's on the receipt somewhere",
        "It’s in my e-mail",
        "must be on the box",
        "应该在发票上",
        "写在小票上了"
      })
  void some_words_only_tell_where_something_stands(String text) {
    assertThat(Words.tellsWhere(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's on the receipt, but I need an invoice",
        "it's in the post since Monday, where is it?",
        "on the invoice, please send it to me",
        "it arrived broken",
        "应该在哪里开发票",
        "在吗",
        "LL20481234"
      })
  void others_ask_for_something_or_tell_more(String text) {
    assertThat(Words.tellsWhere(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "have you got something cheaper?, true",
    "'hm, do you have others', true",
    "'有没有便宜一点的，这个太贵了', true",
    "I found it cheaper elsewhere, false",
    "is there a chance that you pay back the eight pounds that it costs less at the shop in Bath,"
        + " false",
    "别家更便宜，能跟价吗, false"
  })
  void some_words_ask_whether_there_is_something(String text, boolean seeks) {
    assertThat(Words.seeks(text)).isEqualTo(seeks);
  }

  @ParameterizedTest
  @CsvSource({"2,2", "the second one,2", "第二个,2", "选3,3", "first please,1", "seven,0", "12,0"})
  void options_have_numbers(String text, int number) {
    assertThat(Words.ordinal(text)).isEqualTo(number);
  }

  @Test
  void apostrophes_may_be_left_out_and_mistyped() {
    var wordings = List.of(Wording.of("doesn't work"));
    assertThat(Words.anyIn("My code doesnt work", wordings)).isTrue();
    assertThat(Words.anyIn("it doesn´t work", wordings)).isTrue();
    assertThat(Words.anyIn("it doesn’t work", wordings)).isTrue();
    assertThat(Words.leaves("ive changed my mind")).isTrue();
  }

  @Test
  void english_wordings_are_found_as_whole_words() {
    assertThat(Words.anyIn("it is too small for me", List.of(Wording.of("too small")))).isTrue();
    assertThat(Words.anyIn("toothpaste", List.of(Wording.of("too")))).isFalse();
    assertThat(Words.anyIn("衣服太小了", List.of(Wording.of("太小")))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATE|2026-11-24|Tuesday 24 November|11 月 24 日（周二）",
        "FULL_DATE|2026-11-24|24 November 2026|2026 年 11 月 24 日",
        "MONEY|GBP 1249.90|£1,249.90|£1,249.90",
        "MONEY|CNY 399.00|¥399|¥399",
        "MONEY|CHF 5.50|CHF 5.50|CHF 5.50",
        "DATE|soon|soon|soon",
        "MONEY|*free*|\\*free\\*|\\*free\\*"
      })
  void values_are_written_for_their_reader(Format format, String raw, String en, String zh) {
    assertThat(format.write(raw, Language.EN)).isEqualTo(en);
    assertThat(format.write(raw, Language.ZH)).isEqualTo(zh);
  }
}
