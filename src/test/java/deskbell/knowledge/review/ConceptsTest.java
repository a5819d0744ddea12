package deskbell.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a question is about, found in both languages by one glossary. */
class ConceptsTest {
  private static final Concepts CONCEPTS =
      Concepts.of(
          List.of(
              "# places",
              "parking, car park = 停车, 停车场",
              "park, parks = 公园",
              "repair, mend = 修, 维修",
              "renovation = 装修",
              "wifi = wifi, 无线网"));

  @Test
  void words_of_both_languages_are_one_concept() {
    assertThat(CONCEPTS.in("Is there a Car Park?")).isEqualTo(CONCEPTS.in("有停车场吗")).containsOnly(1);
    assertThat(CONCEPTS.in("店里有WiFi没")).isEqualTo(CONCEPTS.in("wifi?")).hasSize(1);
  }

  @Test
  void of_words_that_overlap_the_longest_counts() {
    assertThat(CONCEPTS.in("the car park by the park")).containsExactlyInAnyOrder(1, 2);
    assertThat(CONCEPTS.in("能装修吗")).isEqualTo(CONCEPTS.in("renovation"));
    assertThat(CONCEPTS.in("能修吗")).isEqualTo(CONCEPTS.in("can you mend it"));
  }

  @Test
  void words_within_words_are_none() {
    assertThat(CONCEPTS.in("a sparking amendment")).isEmpty();
  }

  @Test
  void a_line_without_two_sides_is_named() {
    assertThatThrownBy(() -> Concepts.of(List.of("# parts", "parking")))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void the_glossary_that_comes_with_deskbell_knows_both_languages() {
    var shipped = Concepts.shipped();
    assertThat(shipped.in("Do you do engraving?")).isNotEmpty().isEqualTo(shipped.in("可以刻字吗"));
  }
}
