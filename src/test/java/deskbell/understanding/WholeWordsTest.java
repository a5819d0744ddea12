package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.understanding.Revision.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeWordsTest {
  @Test
  void nothing_instead_of_a_part_stays_nothing() {
    var nothing = new Exchange(1, " in red", "");
    assertThat(WholeWords.of(nothing, List.of(" in blue", " that in red"))).isEqualTo(nothing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' do you open in august' | ' good friday' | 'ugust' | ' good friday' | ' august' | ' good"
            + " friday'",
        "' is it in sage green' | ' terracotta' | ' sage green' | ' terracott' | ' sage green' |"
            + " ' terracotta'",
        "' will the kettle be cheaper' | ' the pebble night light' | ' the kettle' | ' the pebble"
            + " night' | ' the kettle' | ' the pebble night light'",
        "端午营业吗 | 情人节 | 端午 | 情人 | 端午 | 情人节",
        "门店五一营业吗 | 换大年三十也行吗 | 五一 | 大年三十 | 五一 | 大年三十",
        "' in red' | ' blue instead' | ' red' | ' blue' | ' red' | ' blue'",
      })
  void what_was_broken_off_is_completed(
      String turn, String now, String part, String by, String wholePart, String wholeBy) {
    assertThat(WholeWords.of(new Exchange(1, part, by), List.of(now, turn)))
        .isEqualTo(new Exchange(1, wholePart, wholeBy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' is there parking near the bath shop' | ' the york shop' | ' bath' | ' york' | ' york'",
        "开车去西湖店好停车吗 | 解放碑店 | 西湖 | 解放 | 解放碑",
      })
  void words_that_the_turn_goes_on_with_anyhow_are_not_said_twice(
      String turn, String now, String part, String by, String wholeBy) {
    assertThat(WholeWords.of(new Exchange(1, part, by), List.of(now, turn)).by())
        .isEqualTo(wholeBy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' virtual styling at the shop' | ' virt' | ' virtual'",
        "' virtual styling at the shop' | ' engraving' | ' engraving'",
        "春熙路店几点开门 | 春熙路店 | 春熙路店",
      })
  void what_something_is_put_for_is_a_whole_word_of_what_was_said(
      String before, String by, String wholeBy) {
    assertThat(WholeWords.of(new Exchange(0, " it", by), List.of(" is it good", before)))
        .isEqualTo(new Exchange(0, " it", wholeBy));
  }
}
