package deskbell;

import deskbell.conversation.Language;
import deskbell.understanding.Catalogue;
import java.util.List;

/** The shop's products as understanding wants them: code and names. Any thread. */
final class ShopWares implements Catalogue {
  private volatile List<Catalogue.Product> products = List.of();

  /** Takes a new list from the shop. */
  void changed(List<deskbell.shop.Product> list) {
    products =
        list.stream()
            .map(
                product ->
                    new Catalogue.Product(
                        product.code(),
                        List.of(product.name().in(Language.EN), product.name().in(Language.ZH))))
            .toList();
  }

  @Override
  public List<Catalogue.Product> products() {
    return products;
  }
}
