package deskbell.shop.rest;

import deskbell.shop.Product;

/** Reads products in the form that {@code src/docs/shop-rest.md} gives. */
final class ProductJson {
  private ProductJson() {}

  static Product product(Fields json) {
    return json.as(ProductJson::read);
  }

  private static Product read(Fields json) {
    return new Product(
        json.text("code"),
        OrderJson.names(json),
        json.objects("prices").stream().map(OrderJson::money).toList(),
        json.number("stock"),
        json.texts("sizes"),
        json.optionalText("image"),
        json.texts("tags"));
  }
}
