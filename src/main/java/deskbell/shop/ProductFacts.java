package deskbell.shop;

import deskbell.conversation.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns products into the facts that flows speak of, numbered from 1 on. */
final class ProductFacts {
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Language language;

  private ProductFacts(Language language) {
    this.language = language;
  }

  /**
   * The facts of products, in their order.
   *
   * @param size whose stock is told, where it is known
   */
  static Map<String, String> of(List<Product> products, Optional<String> size, Language language) {
    var facts = new ProductFacts(language);
    facts.facts.put("count", Integer.toString(products.size()));
    for (int i = 0; i < products.size(); i++) {
      facts.add(products.get(i), size, "_" + (i + 1));
    }
    return facts.facts;
  }

  private void add(Product product, Optional<String> size, String suffix) {
    facts.put("code" + suffix, product.code());
    facts.put("name" + suffix, product.name().in(language));
    var sized = size.flatMap(product::stockOf);
    facts.put("stock" + suffix, Integer.toString(sized.orElse(product.stock())));
    sized.ifPresent(
        _ -> facts.put("size" + suffix, size.orElseThrow().toUpperCase(language.locale())));
    price(product, language).ifPresent(price -> facts.put("price" + suffix, price.toString()));
    product.image().ifPresent(image -> facts.put("image" + suffix, image));
    product.alt().ifPresent(alt -> facts.put("alt" + suffix, alt.in(language)));
  }

  /** The price in the currency of a language, else the first one. */
  static Optional<Money> price(Product product, Language language) {
    return Money.own(product.prices(), language);
  }
}
