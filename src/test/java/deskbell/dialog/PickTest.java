package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickTest {
  private static final List<Choice> OFFERED =
      List.of(
          new Choice("Return something", "r"),
          new Choice("How long does delivery take?", "d"),
          new Choice("What does delivery cost?", "c"));
  private static final List<Choice> CHINESE =
      List.of(new Choice("申请退货", "r"), new Choice("多久能送到？", "d"), new Choice("运费怎么算？", "c"));

  @ParameterizedTest
  @CsvSource({
    "2,d",
    "the first one,r",
    "return something please,r",
    "the one about the cost,c",
    "about how long it takes,d",
    "the returning one,r",
    "option 2,d",
    "the last one,c"
  })
  void a_reading_is_picked_by_number_label_or_its_own_words(String text, String value) {
    assertThat(Pick.of(OFFERED, text)).isEqualTo(new Pick.One(value));
  }

  @ParameterizedTest
  @CsvSource({"第三个,c", "最后一个,c", "就第二个吧,d", "3,c", "申请退货吧,r", "运费的那个,c", "退货,r"})
  void in_chinese_as_well(String text, String value) {
    assertThat(Pick.of(CHINESE, text)).isEqualTo(new Pick.One(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none of these", "neither", "no", "都不是", "不是"})
  void all_of_them_may_be_turned_down(String text) {
    assertThat(Pick.of(OFFERED, text)).isEqualTo(new Pick.None());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "好的", "the other one"})
  void a_yes_or_the_other_one_picks_none_of_several(String text) {
    assertThat(Pick.of(OFFERED, text)).isEqualTo(new Pick.Unclear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "好的"})
  void a_yes_picks_the_only_one(String text) {
    assertThat(Pick.of(OFFERED.subList(0, 1), text)).isEqualTo(new Pick.One("r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delivery",
        "where is my parcel",
        "7",
        "我的快递到哪了",
        "I would like to know how long a return takes until the money is back"
      })
  void what_several_have_or_none_has_picks_nothing(String text) {
    assertThat(Pick.of(OFFERED, text)).isEqualTo(new Pick.Nothing());
  }

  @Test
  void where_nothing_is_offered_nothing_is_picked_by_its_words() {
    assertThat(Pick.of(List.of(), "return something")).isEqualTo(new Pick.Nothing());
  }
}
