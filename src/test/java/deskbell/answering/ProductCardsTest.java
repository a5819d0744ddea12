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
  void other_results_show_no_cards() {
    assertThat(ProductCards.of(new CallResult("ok", Map.of("status", "paid")), Language.EN))
        .isEmpty();
  }
}
