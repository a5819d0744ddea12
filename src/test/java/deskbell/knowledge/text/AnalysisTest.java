package deskbell.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private final TextAnalysis english =
      TextAnalysis.of(
          Language.EN,
          Synonyms.parse("en", Language.EN, "refund, money back\nparcel, package\ndpd => courier"));
  private final TextAnalysis chinese =
      TextAnalysis.of(
          Language.ZH, Synonyms.parse("zh", Language.ZH, "快递, 物流, 包裹\n没收到, 未收到\n单, 单子"));

  @Test
  void english_words_are_stemmed_and_possessives_dropped() {
    assertThat(english.terms("My daughter’s parcels arrived").words())
        .containsExactly("daughter", "parcel", "arrive");
  }

  @Test
  void customer_customs_and_custom_are_three_words() {
    assertThat(english.terms("customer customs custom").words())
        .containsExactly("customer", "customs", "custom");
  }

  @Test
  void question_words_that_tell_articles_apart_stay() {
    assertThat(english.terms("how long, when and where").words())
        .containsExactly("how", "long", "when", "where");
  }

  @Test
  void a_negation_is_a_word_of_its_own() {
    assertThat(english.terms("it isn't working").words())
        .isEqualTo(english.terms("it isnt working").words())
        .contains("not");
  }

  @Test
  void synonyms_of_several_words_become_one_concept() {
    assertThat(english.terms("I want my money back").concepts()).containsExactly("refund");
    assertThat(english.terms("DPD package").concepts()).containsExactly("courier", "parcel");
  }

  @Test
  void product_codes_are_kept_whole_however_they_are_written() {
    assertThat(english.terms("LL-C101").words()).containsExactly("llc101");
    assertThat(english.terms("ｌｌ－ｃ１０１").words()).containsExactly("llc101");
    assertThat(chinese.terms("请问LL-C101有货吗").words()).contains("llc101");
  }

  @Test
  void order_numbers_are_kept_whole_and_are_alike_as_concepts() {
    assertThat(english.terms("LL20481234").words()).containsExactly("ll20481234");
    assertThat(english.terms("LL20481234").concepts())
        .isEqualTo(english.terms("LL99999999").concepts());
  }

  @Test
  void compounds_with_a_short_first_part_are_one_word() {
    assertThat(english.terms("e-mail wi-fi t-shirt click-and-collect").words())
        .containsExactly("email", "wifi", "tshirt", "click", "collect");
  }

  @Test
  void a_question_of_stop_words_alone_still_has_words() {
    assertThat(english.terms("can you").words()).isNotEmpty();
    assertThat(chinese.terms("你好").words()).isNotEmpty();
  }

  @Test
  void chinese_is_cut_into_words_and_pairs_of_characters() {
    var terms = chinese.terms("退款多久到账");
    assertThat(terms.words()).contains("退款");
    assertThat(terms.grams()).contains("退款", "款多", "多久", "到账", "账");
  }

  @Test
  void chinese_synonyms_are_found_however_the_text_is_cut() {
    assertThat(chinese.terms("我的物流没收到").concepts()).containsExactly("快_递", "没_收_到");
    assertThat(chinese.terms("包裹未收到").concepts()).containsExactly("快_递", "没_收_到");
  }

  @Test
  void a_synonym_of_one_character_is_found_only_as_a_word() {
    assertThat(chinese.terms("菜单").concepts()).containsExactly("菜单");
    assertThat(chinese.terms("这 单").concepts()).contains("单");
  }

  @Test
  void full_width_text_reads_like_plain_text() {
    assertThat(english.terms("ＰＡＲＣＥＬ")).isEqualTo(english.terms("parcel"));
    assertThat(chinese.terms("ＡＰＰ　怎么下载？")).isEqualTo(chinese.terms("app 怎么下载?"));
  }
}
