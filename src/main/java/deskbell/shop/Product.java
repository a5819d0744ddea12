package deskbell.shop;

import deskbell.conversation.Invalid;
import java.util.List;
import java.util.Optional;

/**
 * Something that the shop sells.
 *
 * @param code such as {@code LL-C101}
 * @param prices one a currency, empty where it is not sold just now
 * @param stock pieces; 0 is sold out
 * @param sizes in the order shown; empty where it has none
 * @param image address of a picture
 * @param tags words of any language by which it is found beside its name: what it is, what for, of
 *     which colour
 */
public record Product(
    String code,
    Names name,
    List<Money> prices,
    int stock,
    List<String> sizes,
    Optional<String> image,
    List<String> tags) {
  public Product {
    if (code.isBlank()) {
      throw new Invalid("product.code", "is blank");
    }
    if (stock < 0) {
      throw new Invalid("product.stock", "is " + stock + "; at least 0");
    }
    prices = List.copyOf(prices);
    sizes = List.copyOf(sizes);
    tags = List.copyOf(tags);
  }
}
