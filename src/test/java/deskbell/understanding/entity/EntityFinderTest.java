package deskbell.understanding.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.understanding.Catalogue;
import deskbell.understanding.Catalogue.Product;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities in sentences. Long because each kind is found in both languages. */
class EntityFinderTest {
  /** A Sunday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final Catalogue SHOP =
      () ->
          List.of(
              new Product("LL-C101", List.of("Harbour merino jumper", "海港美利奴毛衣")),
              new Product("LL-C106", List.of("Pebble cotton T-shirt", "卵石纯棉 T 恤")),
              new Product("LL-C108", List.of("Cobble walking shoes", "石板路步行鞋")),
              new Product("LL-C109", List.of("Ember wool socks (3 pairs)", "余烬羊毛袜（三双）")),
              new Product("LL-H203", List.of("Cloud down duvet", "云朵羽绒被")),
              new Product("LL-H204", List.of("Field wool duvet", "田野羊毛被")),
              new Product("LL-H212", List.of("Moss wool rug 160 × 230", "苔藓羊毛地毯 160 × 230")),
              new Product("LL-E306", List.of("Kettle Swift 1.2 l", "雨燕电水壶 1.2 升")));

  private static final EntityFinder FINDER = new EntityFinder(SHOP);

  /** Type, value and the words of each entity, such as {@code order_number LL1 [ll 1]}. */
  private static String found(String text, Language language) {
    return FINDER.find(text, language, TODAY).stream()
        .map(e -> e.type().wire() + " " + e.value() + " [" + words(text, e) + "]")
        .collect(Collectors.joining("; "));
  }

  private static String words(String text, Entity entity) {
    return text.substring(entity.start(), entity.end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where is LL20481234? | order_number LL20481234 [LL20481234]",
        "ll 2048-1234 please | order_number LL20481234 [ll 2048-1234]",
        "my order number is 20481234 | order_number LL20481234 [20481234]",
        "order #20481234 | order_number LL20481234 [20481234]",
        "20481234 | order_number LL20481234 [20481234]",
        "I paid 20481234 thanks | ''",
        "LL204812345 has a digit too many | ''",
        "订单号：20481234到哪了 | order_number LL20481234 [20481234]",
        "订单LL20481234什么时候到 | order_number LL20481234 [LL20481234]",
        "ＬＬ２０４８１２３４ | order_number LL20481234 [ＬＬ２０４８１２３４]",
        "LL20481234 8812 | order_number LL20481234 [LL20481234]; phone 8812 [8812]",
      })
  void order_numbers_are_read_however_they_are_written(String text, String expected) {
    assertThat(found(text, Language.EN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it says AB123456789GB | tracking_number AB123456789GB [AB123456789GB]",
        "AB 1234 5678 9GB | tracking_number AB123456789GB [AB 1234 5678 9GB]",
        "15501234567890 from DPD | tracking_number 15501234567890 [15501234567890]",
        "SF1234567890123到哪了 | tracking_number SF1234567890123 [SF1234567890123]",
        "中通 751234567890 | tracking_number 751234567890 [751234567890]",
        "tracking number: 1234 5678 90 | tracking_number 1234567890 [1234 5678 90]",
        "快递单号是7512345678901 | tracking_number 7512345678901 [7512345678901]",
        "my card is 4111 1111 1111 1111 | ''",
      })
  void tracking_numbers_have_a_carriers_form_or_a_word_beside_them(String text, String expected) {
    assertThat(found(text, Language.EN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | write to Mia.Wu+shop@Example.org. | email mia.wu+shop@example.org"
            + " [Mia.Wu+shop@Example.org]",
        "zh | 我的邮箱ａｂ＠example.com谢谢 | email ab@example.com [ａｂ＠example.com]",
        "en | call 07911 123456 | phone +447911123456 [07911 123456]",
        "en | or +86 138 0013 8000 | phone +8613800138000 [+86 138 0013 8000]",
        "zh | 手机号13800138000收不到 | phone +8613800138000 [13800138000]",
        "zh | 我在英国 07911123456 | phone +447911123456 [07911123456]",
        "en | last four digits are 8812 | phone 8812 [8812]",
        "zh | 手机尾号8812 | phone 8812 [8812]",
        "en | phone ends 8812 | phone 8812 [8812]",
        "zh | 后四位是 8812 | phone 8812 [8812]",
        "zh | 尾号是八八幺二 | phone 8812 [八八幺二]",
        "zh | 八〇一二 | phone 8012 [八〇一二]",
        "zh | 尾号八八一二三 | ''",
        "en | 8812 | phone 8812 [8812]",
        "en | the card ending 8812 was charged | ''",
      })
  void people_are_reached_by_mail_and_phone(String language, String text, String expected) {
    assertThat(found(text, Language.parse(language))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "was £49.90 | money GBP 49.90 [£49.90]",
        "49.9 pounds | money GBP 49.90 [49.9 pounds]",
        "fifty quid | money GBP 50 [fifty quid]",
        "one hundred and twenty pounds | money GBP 120 [one hundred and twenty pounds]",
        "£1,299 or 99p | money GBP 1299 [£1,299]; money GBP 0.99 [99p]",
        "¥199 | money CNY 199 [¥199]",
        "￥１９９ | money CNY 199 [￥１９９]",
        "50块 | money CNY 50 [50块]",
        "三百元 | money CNY 300 [三百元]",
        "三百五十块钱 | money CNY 350 [三百五十块钱]",
        "三块五 | money CNY 3.50 [三块五]",
        "1.5万元 | money CNY 15000 [1.5万元]",
        "两块毛巾 | quantity 2 [两块]",
        "花了199.00元 | money CNY 199 [199.00元]",
      })
  void money_is_read_in_both_currencies(String text, String expected) {
    assertThat(found(text, Language.ZH)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tomorrow | 2026-11-23",
        "the day after tomorrow | 2026-11-24",
        "yesterday | 2026-11-21",
        "Friday please | 2026-11-27",
        "next Friday | 2026-11-27",
        "next Sunday | 2026-11-29",
        "last Friday | 2026-11-20",
        "on sat | 2026-11-28",
        "24 Nov | 2026-11-24",
        "the 24th of November | 2026-11-24",
        "November 24, 2027 | 2027-11-24",
        "24/11 | 2026-11-24",
        "24/11/25 | 2025-11-24",
        "11/24 | 2026-11-24",
        "2026-12-01 | 2026-12-01",
        "2 January | 2027-01-02",
        "29 Feb | 2028-02-29",
        "in 3 days | 2026-11-25",
        "two weeks ago | 2026-11-08",
        "a couple of days ago | 2026-11-20",
        "on the 5th | 2026-12-05",
      })
  void english_dates_count_from_today(String text, String expected) {
    assertThat(dates(text, Language.EN)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "明天能到吗 | 2026-11-23",
        "后天 | 2026-11-24",
        "大后天 | 2026-11-25",
        "昨天下的单 | 2026-11-21",
        "大前天 | 2026-11-19",
        "下周五 | 2026-11-27",
        "周五 | 2026-11-27",
        "上星期天 | 2026-11-15",
        "这礼拜一 | 2026-11-16",
        "11月24号 | 2026-11-24",
        "十一月二十四日 | 2026-11-24",
        "2026年12月1日 | 2026-12-01",
        "11/24 | 2026-11-24",
        "24/11 | 2026-11-24",
        "下个月3号 | 2026-12-03",
        "24号送 | 2026-11-24",
        "三天前 | 2026-11-19",
        "两周后 | 2026-12-06",
      })
  void chinese_dates_count_from_today(String text, String expected) {
    assertThat(dates(text, Language.ZH)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"31 Nov", "24/7", "50/50", "30 Feb", "文三路 18 号", "5号电池", "1/2 price", "0月5号", "两周一次"})
  void what_is_no_day_is_no_date(String text) {
    assertThat(dates(text, Language.ZH)).isEmpty();
  }

  private static List<String> dates(String text, Language language) {
    return FINDER.find(text, language, TODAY).stream()
        .filter(entity -> entity.type() == EntityType.DATE)
        .map(Entity::value)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "two of them | quantity 2 [two of]",
        "3 pairs of socks | quantity 3 [3 pairs]",
        "x2 please | quantity 2 [x2]",
        "make that 12 | ''",
        "买两双 | quantity 2 [两双]",
        "3件 | quantity 3 [3件]",
        "第二件半价 | ''",
        "有两个问题 | ''",
        "要三个 | quantity 3 [三个]",
        "two harbour jumpers | quantity 2 [two]; product LL-C101 [harbour jumpers]",
      })
  void quantities_are_whole_numbers(String text, String expected) {
    assertThat(found(text, Language.EN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size 10 | 10",
        "do you have it in XL | XL",
        "a size medium | M",
        "extra large please | XL",
        "in M | M",
        "EU 38 | 38",
        "38码 | 38",
        "４２码 | 42",
        "加大码 | XL",
        "M码有吗 | M",
        "尺码选L | L",
        "xs | XS",
      })
  void sizes_are_letters_or_numbers(String text, String expected) {
    assertThat(FINDER.find(text, Language.ZH, TODAY))
        .extracting(Entity::type, Entity::value)
        .containsExactly(tuple(EntityType.SIZE, expected));
  }

  @ParameterizedTest
  @CsvSource({"I'm here", "it's a large order", "it's size", "3 x 4 m", "the s"})
  void a_letter_or_an_adjective_alone_is_no_size(String text) {
    assertThat(FINDER.find(text, Language.EN, TODAY))
        .extracting(Entity::type)
        .doesNotContain(EntityType.SIZE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Is the Harbour merino jumper warm | LL-C101 [Harbour merino jumper]",
        "harbor merino jumper | LL-C101 [harbor merino jumper]",
        "my ember wool soks | LL-C109 [ember wool soks]",
        "ll c101 | LL-C101 [ll c101]",
        "moss wool rug 160 x 230 | LL-H212 [moss wool rug 160]",
        "the wool duvet | LL-H204 [wool duvet]",
        "swift kettle | ''",
        "duvet | ''",
        "海港美利奴毛衣有货吗 | LL-C101 [海港美利奴毛衣]",
        "美利奴毛衣 | LL-C101 [美利奴毛衣]",
        "卵石纯棉T恤 | LL-C106 [卵石纯棉T恤]",
        "余烬羊毛袜（三双） | LL-C109 [余烬羊毛袜]",
        "羽绒被 | ''",
      })
  void products_are_found_by_parts_of_their_names(String text, String expected) {
    var products =
        FINDER.find(text, Language.EN, TODAY).stream()
            .filter(entity -> entity.type() == EntityType.PRODUCT)
            .map(entity -> entity.value() + " [" + words(text, entity) + "]")
            .collect(Collectors.joining("; "));
    assertThat(products).isEqualTo(expected);
  }

  @Test
  void products_follow_a_changed_catalogue() {
    var names = new AtomicReference<>(SHOP.products());
    var finder = new EntityFinder(names::get);
    names.set(List.of(new Product("NEW-1", List.of("Comet bicycle lamp"))));
    assertThat(finder.find("a comet bicycle lamp", Language.EN, TODAY))
        .extracting(Entity::value)
        .containsExactly("NEW-1");
    assertThat(finder.find("harbour merino jumper", Language.EN, TODAY)).isEmpty();
  }

  @Test
  void spans_stand_in_the_original_text_where_normalising_changes_lengths() {
    var text = "😀㈱ﬁ é 订单号２０４８１２３４，￥１，２９９";
    assertThat(found(text, Language.ZH))
        .isEqualTo("order_number LL20481234 [２０４８１２３４]; money CNY 1299 [￥１，２９９]");
  }

  @Test
  void what_has_a_form_of_its_own_wins_over_what_is_only_a_number() {
    assertThat(
            found("order 20481234 on 24/11, 2 pairs of ember wool socks, a@b.example", Language.EN))
        .isEqualTo(
            "order_number LL20481234 [20481234]; date 2026-11-24 [24/11]; quantity 2 [2 pairs];"
                + " product LL-C109 [ember wool socks]; email a@b.example [a@b.example]");
  }

  @Test
  void long_senseless_texts_are_read_in_time() {
    for (var piece :
        List.of("1", "1 ", "a", "一", "😀", "LL", "a@", "１", "one ", "1,", "£", "周", "é")) {
      var text = piece.repeat(16_384 / piece.length());
      var started = System.nanoTime();
      FINDER.find(text, Language.ZH, TODAY);
      assertThat(System.nanoTime() - started).as(piece).isLessThan(1_000_000_000L);
    }
  }
}
