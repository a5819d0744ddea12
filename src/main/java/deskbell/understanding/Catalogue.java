package deskbell.understanding;

import deskbell.conversation.Invalid;
import java.util.List;

/** The names of what the shop sells. */
@FunctionalInterface
public interface Catalogue {
  /** A shop without products. */
  Catalogue EMPTY = () -> List.of();

  /**
   * All products, from memory. Preferably the same list object until something changes: comparing
   * is then free, and a list that is not equal makes the product index be built again. Any thread.
   */
  List<Product> products();

  /**
   * One product.
   *
   * @param code the shop's code, which is the entity's value: {@code LL-C101}
   * @param names its names in every language, short forms too
   */
  record Product(String code, List<String> names) {
    public Product {
      if (code.isBlank()) {
        throw new Invalid("product.code", "is blank");
      }
      names = List.copyOf(names);
    }
  }
}
