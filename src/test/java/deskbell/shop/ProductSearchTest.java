package deskbell.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.shop.demo.DemoCatalogue;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductSearchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clothing | a warm coat for walking in winter | | | | Fell down jacket",
        "clothing | a warm coat for walking in winter | | | GBP 100 | Drizzle rain jacket",
        "clothing | trousers | m | | | Tide stretch jeans",
        "       | something for running with music | | | | Murmur wireless earphones",
        "home | a lamp for reading in bed | | | | Glow table lamp",
        "clothing | something navy | | navy | | Harbour merino jumper",
      })
  void the_closest_comes_first(
      String category, String words, String size, String colour, String budget, String first) {
    assertThat(find(Language.EN, category, words, size, colour, budget))
        .containsEntry("name_1", first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clothing | 冬天上班穿，要保暖 | | 点灯人羊毛大衣 | CNY 1599.00",
        "clothing | 夏天参加婚礼穿的裙子 | CNY 600 | 草甸中长连衣裙 | CNY 549.00",
        "electronics | 烧水泡茶 | CNY 400 | 雨燕电水壶 1.2 升 | CNY 389.00",
      })
  void chinese_needs_are_read_without_spaces(
      String category, String words, String budget, String name, String price) {
    assertThat(find(Language.ZH, category, words, null, null, budget).values())
        .contains(name, price);
  }

  @Test
  void three_at_most_and_only_what_is_in_stock() {
    var found = find(Language.EN, "clothing", "whatever you like", null, null, null);
    assertThat(found).containsEntry("count", "3").containsKeys("code_3", "stock_3");
    assertThat(find(Language.EN, "home", "curtains", null, null, null)).containsEntry("count", "0");
  }

  @ParameterizedTest
  @CsvSource({"swimming trunks,", "a coat, GBP 20", "hats,", "a coat, EUR 900"})
  void what_is_not_sold_or_dearer_does_not_fit(String words, String budget) {
    assertThat(find(Language.EN, "clothing", words, null, null, budget))
        .isEqualTo(Map.of("count", "0"));
  }

  @Test
  void without_any_need_there_is_nothing_to_look_for() {
    assertThatThrownBy(() -> find(Language.EN, null, null, "m", null, null))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> find(Language.EN, "clothing", "coat", null, null, "cheap"))
        .hasMessage("money is cheap; such as GBP 49.90");
  }

  private static Map<String, String> find(
      Language language, String category, String words, String size, String colour, String budget) {
    var arguments = new HashMap<String, String>();
    arguments.put("category", category);
    arguments.put("words", words);
    arguments.put("size", size);
    arguments.put("colour", colour);
    arguments.put("budget", budget);
    return new ProductSearch(DemoCatalogue.read(), language)
        .find(ProductSearch.Wanted.of(arguments));
  }
}
