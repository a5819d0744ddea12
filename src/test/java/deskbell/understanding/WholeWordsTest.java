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
        "' in red' | ' blue instead' | ' red' | ' blue' | ' red' | ' blue'",
      })
  void what_was_broken_off_is_completed(
      String turn, String now, String part, String by, String wholePart, String wholeBy) {
    assertThat(WholeWords.of(new Exchange(1, part, by), List.of(now, turn)))
        .isEqualTo(new Exchange(1, wholePart, wholeBy));
  }

  @Test
  void what_a_follow_up_goes_on_with_is_no_part_of_the_name() {
    var exchange = new Exchange(1, "满减券", "早鸟券");
    assertThat(WholeWords.of(exchange, List.of("早鸟券又怎样", "满减券抵的是哪部分"))).isEqualTo(exchange);
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
