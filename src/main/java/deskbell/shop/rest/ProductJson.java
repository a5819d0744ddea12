package deskbell.shop.rest;

import deskbell.shop.Product;
import deskbell.shop.sizing.Measure;
import deskbell.shop.sizing.SizeChart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads products in the form that {@code src/docs/shop-rest.md} gives. */
final class ProductJson {
  private ProductJson() {}

  static Product product(Fields json) {
    return json.as(ProductJson::read);
  }

  private static Product read(Fields json) {
    var sizes = json.texts("sizes");
    return new Product(
        json.text("code"),
        OrderJson.names(json),
        json.objects("prices").stream().map(OrderJson::money).toList(),
        json.number("stock"),
        sizes,
        json.optionalText("image"),
        json.texts("tags"),
        json.has("imageAlt") ? Optional.of(OrderJson.names(json, "imageAlt")) : Optional.empty(),
        new Product.Sizing(
            json.optionalObject("stockBySize")
                .map(stock -> sizes.stream().map(stock::number).toList())
                .orElse(List.of()),
            json.optionalObject("sizeChart").map(ProductJson::chart)));
  }

  private static SizeChart chart(Fields json) {
    var borders = json.object("measures");
    return json.as(
        chart ->
            new SizeChart(
                SizeChart.between(chart.text("between")),
                borders.names().stream()
                    .collect(Collectors.toMap(Measure::ofWire, borders::numbers))));
  }
}
