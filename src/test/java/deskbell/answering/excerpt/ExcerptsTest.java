package deskbell.answering.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.neural.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
  private final List<String> scored = new ArrayList<>();
  private final Excerpts excerpts =
      new Excerpts(
          SynonymFiles.shipped(),
          (_, texts) -> {
            scored.addAll(texts);
            return texts.stream().map(text -> -(double) text.length()).toList();
          },
          (_, texts) -> texts.stream().map(text -> 1.0 / text.length()).toList(),
          (_, texts) -> texts.stream().map(text -> (double) text.length()).toList());

  @Test
  void parts_are_sentences_points_with_what_their_list_is_about_and_whole_lists_of_steps() {
    var compared =
        excerpts.compare(
            Language.EN,
            "where is the label?",
            Sentences.of(
                "Returns are **free**.\nNot:\n- socks\nHow:\n1. Sign in.\n2. Take a label."));
    assertThat(compared.parts()).containsExactly(List.of(0), List.of(1, 2), List.of(3, 4, 5));
    assertThat(scored)
        .containsExactly("Returns are free.", "Not: socks", "How: Sign in. Take a label.");
  }

  @Test
  void signs_tell_what_is_shared_and_count_the_rare() {
    var signs =
        excerpts
            .compare(
                Language.EN,
                "how long is the delivery to Ireland",
                Sentences.of("Delivery is free. Delivery to Ireland takes a week. Ask us."))
            .signs();
    assertThat(signs.get(1).covered()).isGreaterThan(signs.get(0).covered());
    assertThat(signs.get(0).covered()).isGreaterThan(0);
    assertThat(signs.get(2).covered()).isZero();
    assertThat(signs.get(1).alike()).isGreaterThan(signs.get(0).alike());
    assertThat(signs.get(0).likelihood()).isEqualTo(-17);
    assertThat(signs.get(0).meant()).isEqualTo(1.0 / 17);
    assertThat(signs.get(0).asked()).isEqualTo(17);
    assertThat(signs).extracting(Signs::first).containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void chinese_is_compared_too() {
    var signs =
        excerpts.compare(Language.ZH, "西藏运费多少", Sentences.of("满 ¥199 包邮。新疆、西藏运费 ¥25。")).signs();
    assertThat(signs.get(1).covered()).isGreaterThan(signs.get(0).covered());
  }
}
