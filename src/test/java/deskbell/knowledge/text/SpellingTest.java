package deskbell.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> WORDS =
      List.of("delivery", "refund", "receive", "packing", "parcel", "address");
  private final Spelling spelling =
      new Spelling(WORDS, word -> WORDS.contains(word) || Set.of("parking").contains(word));

  @ParameterizedTest
  @CsvSource({
    "delivrey,delivery",
    "delviery,delivery",
    "refnud,refund",
    "recieve,receive",
    "adress,address"
  })
  void slips_are_mended(String slip, String word) {
    assertThat(spelling.mend(slip)).isEqualTo(word);
  }

  @Test
  void a_word_that_is_known_is_no_slip() {
    assertThat(spelling.mend("parking")).isEqualTo("parking");
  }

  @ParameterizedTest
  @CsvSource({"refu", "swimwear", "llc101", "包裹单号是"})
  void what_is_short_far_off_or_no_word_stays(String text) {
    assertThat(spelling.mend(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"'',abc,3", "abc,abc,0", "abcd,acbd,1", "kitten,sitting,3"})
  void distance_counts_a_swap_of_neighbours_as_one(String a, String b, int distance) {
    assertThat(Spelling.distance(a, b)).isEqualTo(distance);
  }
}
