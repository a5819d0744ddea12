package deskbell.knowledge.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {
  @Test
  void the_phrase_with_most_in_common_comes_first() {
    try (var index =
        PhraseIndex.of(
            Language.EN,
            List.of(
                new Phrase("where is my parcel", Language.EN, "track_order"),
                new Phrase("where is your shop in Leeds", Language.EN, "contact_info"),
                new Phrase("send it back please", Language.EN, "return_item")))) {
      var near = index.nearest("wheres my parcell", 2);
      assertThat(near.getFirst().label()).isEqualTo("track_order");
      assertThat(near)
          .hasSizeLessThanOrEqualTo(2)
          .isSortedAccordingTo((a, b) -> Double.compare(b.likeness(), a.likeness()));
      assertThat(index.nearest("", 2)).isEmpty();
      assertThat(index.nearest("😀 " + "word ".repeat(3_000), 2)).isEmpty();
    }
  }

  @Test
  void chinese_is_compared_by_words_and_characters() {
    try (var index =
        PhraseIndex.of(
            Language.ZH,
            List.of(
                new Phrase("我的快递到哪了", Language.ZH, "track_order"),
                new Phrase("怎么开发票", Language.ZH, "invoice")))) {
      assertThat(index.nearest("快递在哪", 1))
          .extracting(PhraseIndex.Near::label)
          .containsExactly("track_order");
    }
  }
}
