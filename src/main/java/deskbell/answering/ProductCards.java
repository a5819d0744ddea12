package deskbell.answering;

import deskbell.conversation.CallResult;
import deskbell.conversation.Card;
import deskbell.conversation.Language;
import deskbell.dialog.flow.Format;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shows products that a call has found below what the flow says of them. */
final class ProductCards {
  /** Pieces from which on nobody needs to know how many there are. */
  private static final int PLENTY = 10;

  private ProductCards() {}

  /** A card for each product that a result numbers from 1 on; none where it holds no products. */
  static List<Card> of(CallResult result, Language language) {
    var facts = result.facts();
    return IntStream.iterate(1, n -> facts.containsKey("code_" + n), n -> n + 1)
        .mapToObj(n -> card(facts, "_" + n, language))
        .toList();
  }

  private static Card card(Map<String, String> facts, String suffix, Language language) {
    var price =
        Optional.ofNullable(facts.get("price" + suffix))
            .map(amount -> Format.MONEY.write(amount, language));
    var stock =
        Optional.ofNullable(facts.get("stock" + suffix))
            .map(pieces -> stock(Integer.parseInt(pieces), language));
    var size = Optional.ofNullable(facts.get("size" + suffix));
    var sized =
        stock.map(
            left -> size.map(one -> Phrases.text("stock.of", language, one, left)).orElse(left));
    return new Card(
        facts.get("name" + suffix),
        String.join(" · ", Stream.of(price, sized).flatMap(Optional::stream).toList()),
        facts.getOrDefault("image" + suffix, ""),
        "",
        "",
        facts.getOrDefault("alt" + suffix, ""));
  }

  private static String stock(int pieces, Language language) {
    if (pieces == 0) {
      return Phrases.text("stock.none", language);
    }
    return pieces < PLENTY
        ? Phrases.text("stock.few", language, pieces)
        : Phrases.text("stock.plenty", language);
  }
}
