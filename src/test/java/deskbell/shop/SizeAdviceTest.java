package deskbell.shop;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.CallResult;
import deskbell.conversation.Language;
import deskbell.shop.demo.DemoCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeAdviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LL-C101 | I'm 180 cm and 78 kg | ok | L | weight | 180 cm, 78 kg | 73–84 kg | measured",
        "LL-C101 | I am 5'4 and 62 kilos | between | M | weight | 5 ft 4 in, 62 kg | | larger",
        "LL-C104 | 5 ft 10, 13 stone 2 | between | XL | weight | 5 ft 10 in, 13 st 2 lb | | larger",
        "LL-C104 | 6'4\" and 150 lbs | ok | L | weight | 6 ft 4 in, 150 lb | | tall",
        "LL-C101 | 42 inch chest | ok | L | chest | 42 in | 40–42.5 in | measured",
        "LL-C106 | bust 92 waist 74 hip 100 | ok | S | chest | 92 cm | 88–94 cm | measured",
        "LL-C103 | waist 30 inches | between | S | waist | 30 in | | smaller",
        "LL-C103 | my waist is 80 cm | ok | M | waist | 80 cm | 76–83 cm | measured",
        "LL-C108 | my feet are 24.5 cm | ok | 39 | foot | 24.5 cm | 24.1–24.8 cm | measured",
        "LL-C108 | I wear a UK 7 | ok | 41 | uk | 7 | | uk",
        "LL-C108 | I normally take a 42 | ok | 42 | | | | usual",
        "LL-C107 | I usually wear a 12 | ok | M | uk | 12 | | uk",
        "LL-C106 | normally a medium | ok | M | | | | usual",
        "LL-C106 | 54 inch chest | none_fits | XXL | chest | 54 in | | large",
      })
  void english_measures_lead_to_a_size(
      String code,
      String said,
      String outcome,
      String size,
      String by,
      String took,
      String range,
      String why) {
    check(advise(Language.EN, "product", code, "told", said), outcome, size, by, took, range, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LL-C101 | 我身高172体重130斤 | ok | M | weight | 172 cm、130 斤 | 124–146 斤 | measured",
        "LL-C101 | 165/110 | ok | S | weight | 165 cm、110 斤 | 104–124 斤 | measured",
        "LL-C101 | 身高 165 体重 55 公斤 | ok | S | weight | 165 cm、55 公斤 | 52–62 公斤 | measured",
        "LL-C110 | 一米八八，一百三十五斤 | ok | L | weight | 188 cm、135 斤 | | tall",
        "LL-C103 | 腰围2尺4 | ok | M | waist | 2.4 尺 | 2.3–2.5 尺 | measured",
        "LL-C101 | 胸围94 | between | M | chest | 94 cm | | larger",
        "LL-C108 | 平时穿38的鞋 | ok | 38 | | | | usual",
        "LL-C108 | 我脚长245毫米 | ok | 39 | foot | 24.5 cm | | measured",
        "LL-C104 | 平常优衣库穿M | ok | M | | | | usual",
        "LL-C107 | 女 158 96斤 平时S | ok | XS | weight | 158 cm、96 斤 | | measured",
        "LL-C106 | 我240斤，身高180 | none_fits | XXL | weight | 180 cm、240 斤 | | large",
      })
  void chinese_measures_lead_to_a_size(
      String code,
      String said,
      String outcome,
      String size,
      String by,
      String took,
      String range,
      String why) {
    check(advise(Language.ZH, "product", code, "told", said), outcome, size, by, took, range, why);
  }

  private static void check(
      CallResult advice,
      String outcome,
      String size,
      String by,
      String took,
      String range,
      String why) {
    var facts = advice.facts();
    assertThat(advice.outcome()).as(facts.toString()).isEqualTo(outcome);
    assertThat(facts.getOrDefault("best_size", facts.get("last_size"))).isEqualTo(size);
    assertThat(facts.get("by")).isEqualTo(by);
    assertThat(facts.get("took")).isEqualTo(took);
    assertThat(facts.get("why")).isEqualTo(why);
    if (range != null) {
      assertThat(facts).containsEntry("range", range);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LL-C101 | what size should I get | | | all | chest",
        "LL-C101 | should I take an L or an M | | | all | chest",
        "LL-C103 | | I weigh 70 kg | | height | waist",
        "LL-C107 | | 身高162 | | weight | chest",
        "LL-C108 | | no idea | | all | foot",
      })
  void what_is_missing_is_asked_for(
      String code, String told, String measures, String more, String lacks, String about) {
    var advice =
        advise(Language.ZH, "product", code, "told", told, "measures", measures, "more", more);
    assertThat(advice.outcome()).as(advice.facts().toString()).isEqualTo("needs_measures");
    assertThat(advice.facts()).containsEntry("lacks", lacks).containsEntry("about", about);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LL-C103 | no tape here, I weigh 70 kg | 1.74 | M",
        "LL-C107 | 身高162 | 105 | S",
        "LL-C103 | 31 | | M",
        "LL-C108 | 25.2 | | 40",
        "LL-C108 | 7 | | 41",
        "LL-C102 | 我不知道 | L码 | L",
      })
  void answers_are_read_by_what_was_asked(String code, String measures, String more, String size) {
    var advice = advise(Language.ZH, "product", code, "measures", measures, "more", more);
    assertThat(advice.facts()).as(advice.outcome()).containsEntry("best_size", size);
  }

  @Test
  void the_stock_of_the_size_is_told() {
    assertThat(advise(Language.EN, "product", "LL-C101", "measures", "XXL").facts())
        .containsEntry("size_stock", "0")
        .containsEntry("product_name", "Harbour merino jumper");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "told | do the jeans run small | needs_measures | LL-C103",
        "told | which size in the wool coat | needs_measures | LL-C105",
        "told | what size jacket | which_product | ",
        "told | sizing help | which_product | ",
        "item | the scarf | one_size | LL-C111",
        "item | a lawnmower | no_such_product | ",
      })
  void words_lead_to_the_piece(String argument, String words, String outcome, String code) {
    var advice = advise(Language.EN, argument, words);
    assertThat(advice.outcome()).as(advice.facts().toString()).isEqualTo(outcome);
    assertThat(advice.facts().get("product_code")).isEqualTo(code);
  }

  @Test
  void two_or_three_pieces_that_are_meant_alike_are_named() {
    assertThat(advise(Language.ZH, "told", "外套穿多大码").facts())
        .containsEntry("count", "3")
        .containsKeys("name_1", "name_3", "code_2");
    assertThat(advise(Language.EN).facts()).isEmpty();
  }

  @Test
  void without_a_chart_only_the_sizes_are_known() {
    var hat =
        new Product(
            "H1",
            new Names("Hat", "帽子"),
            List.of(),
            3,
            List.of("S", "M"),
            Optional.empty(),
            List.of("hat"));
    var asked = SizeAdvice.Asked.of(Map.of("product", "H1"));
    assertThat(new SizeAdvice(List.of(hat), Language.EN).on(asked).facts())
        .containsEntry("sizes", "S, M");
  }

  private static CallResult advise(Language language, String... arguments) {
    var given = new HashMap<String, String>();
    for (int i = 0; i < arguments.length; i += 2) {
      given.put(arguments[i], arguments[i + 1] == null ? "" : arguments[i + 1]);
    }
    return new SizeAdvice(DemoCatalogue.read(), language).on(SizeAdvice.Asked.of(given));
  }
}
