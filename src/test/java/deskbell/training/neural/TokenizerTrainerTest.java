package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Pieces;
import deskbell.neural.Tokenizer;
import deskbell.training.neural.Subwords.LeftOut;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenizerTrainerTest {
  private static final List<String> TEXTS =
      Stream.of(
              "where is my order {order_number}",
              "where is my parcel",
              "my order is late",
              "我的订单到哪了",
              "订单什么时候到")
          .flatMap(text -> Collections.nCopies(5, text).stream())
          .toList();

  private String file;
  private Tokenizer tokenizer;

  @BeforeAll
  void train() {
    file = new TokenizerTrainer(500).train(TEXTS);
    tokenizer = Tokenizer.read(file);
  }

  @AfterAll
  void close() {
    tokenizer.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where is my order {order_number}, please",
        "two  spaces and a tab\there\r\n",
        "  before and after  ",
        "👩‍👩‍👧‍👦 🇬🇧 ☕️ emoji",
        "𠮷野家 㐀 龘 rare characters",
        "control \u0000\u0001\u001F\u007F\u0085 characters",
        "<end> <task:intent> <0xE4> <slot:size> are only text",
        "{order_number}{unknown}{}{{",
        "▁ │ ﷽ e\u0301 \u200F\u202E שלום ไทย",
        ""
      })
  void any_text_comes_back_as_it_was(String text) {
    assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
  }

  @Test
  void random_characters_come_back_as_they_were() {
    var random = new Random(5);
    for (int i = 0; i < 300; i++) {
      var text = new StringBuilder();
      for (int k = 0; k < 20; k++) {
        int one = random.nextInt(Character.MAX_CODE_POINT + 1);
        if (one < Character.MIN_SURROGATE || one > Character.MAX_SURROGATE) {
          text.appendCodePoint(one);
        }
      }
      assertThat(tokenizer.decode(tokenizer.encode(text.toString()))).isEqualTo(text.toString());
    }
  }

  @Test
  void frequent_words_and_placeholders_are_one_token_and_chinese_stays_apart() {
    assertThat(tokenizer.encode(" order")).hasSize(1);
    assertThat(tokenizer.encode("{order_number}")).hasSize(1);
    assertThat(tokenizer.encode("订单")).hasSize(2);
  }

  @Test
  void marks_that_a_shopper_types_are_not_marks() {
    assertThat(tokenizer.encode("<end>")).doesNotContain(Pieces.END);
  }

  @Test
  void the_same_texts_give_the_same_file() {
    assertThat(new TokenizerTrainer(500).train(TEXTS)).isEqualTo(file);
  }

  @Test
  void training_cuts_as_serving_does_where_nothing_is_left_out() {
    var subwords = new Subwords(file);
    for (var text : List.of("where is my older parcel, 👩‍👩‍👧", "订单 {order_number} 龘 late!!")) {
      assertThat(subwords.encode(text, LeftOut.NONE)).isEqualTo(tokenizer.encode(text));
    }
  }

  @Test
  void joins_left_out_give_other_tokens_of_the_same_text() {
    var subwords = new Subwords(file);
    var cut = subwords.encode("where is my order", LeftOut.share(0.5, new Random(1)));

    assertThat(cut.length).isGreaterThan(tokenizer.encode("where is my order").length);
    assertThat(tokenizer.decode(cut)).isEqualTo("where is my order");
  }

  @Test
  void joins_left_out_alike_cut_what_is_copied_as_it_was_read() {
    var subwords = new Subwords(file);
    var random = new Random(1);
    boolean cutOnce = false;
    for (int i = 0; i < 20; i++) {
      var joins = LeftOut.alike(0.3, random);
      var order = subwords.encode(" order", joins);
      var whole = subwords.encode("where is my order", joins);
      assertThat(whole).endsWith(order);
      cutOnce |= order.length > 1;
    }
    assertThat(cutOnce).isTrue();
  }
}
