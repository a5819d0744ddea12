package deskbell.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.CallResult;
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
    assertThat(found).containsEntry("count", "3").containsKeys("code_3", "stock_3", "alt_3");
    assertThat(found)
        .containsEntry("shown", "LL-C101 LL-C102 LL-C103")
        .containsEntry("sized", "yes");
  }

  @ParameterizedTest
  @CsvSource({"swimming trunks,", "hats,", "a coat, EUR 900"})
  void what_is_not_sold_does_not_fit(String words, String budget) {
    assertThat(search("category", "clothing", "words", words, "budget", budget))
        .isEqualTo(new CallResult("nothing_fits", Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clothing | a coat | | GBP 20 | dearer | LL-C110",
        "clothing | a warm jumper | | GBP 60 | dearer | LL-C101",
        "clothing | jumper | XXL | | other_size | LL-C101",
        "home | curtains | | | sold_out | LL-H211",
      })
  void where_nothing_fits_the_nearest_comes_with_what_is_wrong(
      String category, String words, String size, String budget, String but, String first) {
    var near = search("category", category, "words", words, "size", size, "budget", budget);
    assertThat(near.outcome()).isEqualTo("near");
    assertThat(near.facts()).containsEntry("but", but).containsEntry("code_1", first);
  }

  @Test
  void the_stock_of_a_wanted_size_is_told_instead() {
    assertThat(search("product", "LL-C101", "size", "xxl").facts())
        .containsEntry("size_1", "XXL")
        .containsEntry("stock_1", "0");
    assertThat(search("product", "LL-H201", "size", "m").facts())
        .containsEntry("stock_1", "66")
        .doesNotContainKey("size_1");
  }

  @ParameterizedTest
  @CsvSource({"我想买一件衣服, clothing, too_many", "求推荐 冬天穿的大衣, clothing, ok", "送人, , nothing_fits"})
  void what_was_said_first_counts_where_it_leaves_few(
      String told, String category, String outcome) {
    assertThat(search("told", told, "category", category).outcome()).isEqualTo(outcome);
  }

  @Test
  void cheaper_is_cheaper_than_the_one_that_was_picked_else_than_all() {
    var shown = "LL-C104 LL-C110";
    var cheaper = search("told", "a warm coat", "wish", "cheaper", "shown", shown);
    assertThat(cheaper.facts()).containsEntry("code_1", "LL-C101");
    assertThat(cheaper.facts().get("shown")).startsWith(shown + " LL-C101");
    assertThat(
            search("told", "a coat", "wish", "cheaper", "shown", shown, "beside", "LL-C104")
                .facts())
        .containsEntry("code_1", "LL-C110");
    assertThat(search("words", "a coat", "wish", "other", "shown", shown).facts())
        .containsEntry("code_1", "LL-C105");
  }

  @ParameterizedTest
  @CsvSource({
    "bigger, LL-C101, m, ok, L",
    "smaller, LL-C108, 40, ok, 39",
    "bigger, LL-C101, xxl, no_other_size,",
    "bigger, LL-C101, , which_size,",
    "smaller, LL-H201, , no_other_size,",
    "size, LL-C101, s, ok,",
  })
  void a_bigger_one_is_the_same_in_the_next_size(
      String wish, String shown, String size, String outcome, String next) {
    var found = search("wish", wish, "shown", shown, "size", size);
    assertThat(found.outcome()).isEqualTo(outcome);
    assertThat(found.facts().get("next_size")).isEqualTo(next);
  }

  @Test
  void without_any_need_there_is_nothing_to_look_for() {
    assertThatThrownBy(() -> find(Language.EN, null, null, "m", null, null))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> find(Language.EN, "clothing", "coat", null, null, "cheap"))
        .hasMessage("money is cheap; such as GBP 49.90");
    assertThatThrownBy(() -> search("words", "coat", "wish", "nicer"))
        .hasMessage("wish is nicer; known: cheaper, other, bigger, smaller, size");
  }

  private static CallResult search(String... arguments) {
    var given = new HashMap<String, String>();
    for (int i = 0; i < arguments.length; i += 2) {
      given.put(arguments[i], arguments[i + 1]);
    }
    return new ProductSearch(DemoCatalogue.read(), Language.EN).find(Wanted.of(given));
  }

  private static Map<String, String> find(
      Language language, String category, String words, String size, String colour, String budget) {
    var arguments = new HashMap<String, String>();
    arguments.put("category", category);
    arguments.put("words", words);
    arguments.put("size", size);
    arguments.put("colour", colour);
    arguments.put("budget", budget);
    return new ProductSearch(DemoCatalogue.read(), language).find(Wanted.of(arguments)).facts();
  }
}
