package deskbell.answering;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.CallResult;
import deskbell.conversation.Card;
import deskbell.conversation.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductCardsTest {
  private static final CallResult FOUND =
      new CallResult(
          "ok",
          Map.of(
              "count", "2",
              "code_1", "LL-C104",
              "name_1", "Fell down jacket",
              "price_1", "GBP 149.00",
              "stock_1", "37",
              "image_1", "https://shop.example/c104.jpg",
              "code_2", "LL-H208",
              "name_2", "Nook bookcase",
              "stock_2", "9"));

  @Test
  void a_card_shows_name_price_stock_and_picture() {
    assertThat(ProductCards.of(FOUND, Language.EN))
        .containsExactly(
            new Card(
                "Fell down jacket", "£149 · In stock", "https://shop.example/c104.jpg", "", ""),
            new Card("Nook bookcase", "Only 9 left", "", "", ""));
    assertThat(ProductCards.of(FOUND, Language.ZH))
        .extracting(Card::subtitle)
        .containsExactly("£149 · 有货", "仅剩 9 件");
  }

  @Test
  void a_card_tells_the_stock_of_a_size_and_what_its_picture_shows() {
    var sized =
        Map.of(
            "code_1",
            "LL-C101",
            "name_1",
            "海港美利奴毛衣",
            "price_1",
            "CNY 599.00",
            "size_1",
            "XXL",
            "stock_1",
            "0",
            "image_1",
            "/jumper.svg",
            "alt_1",
            "藏青色毛衣");
    assertThat(ProductCards.of(new CallResult("near", sized), Language.ZH))
        .containsExactly(new Card("海港美利奴毛衣", "¥599 · XXL 码暂时缺货", "/jumper.svg", "", "", "藏青色毛衣"));
    assertThat(ProductCards.of(new CallResult("near", sized), Language.EN))
        .extracting(Card::subtitle)
        .containsExactly("¥599 · XXL: Sold out");
  }

  @Test
  void other_results_show_no_cards() {
    assertThat(ProductCards.of(new CallResult("ok", Map.of("status", "paid")), Language.EN))
        .isEmpty();
  }
}
