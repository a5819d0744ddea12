package deskbell.shop.demo;

import deskbell.conversation.Invalid;
import deskbell.shop.Money;
import deskbell.shop.Names;
import deskbell.shop.Product;
import deskbell.shop.sizing.SizeChart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** What the demo shop sells, from {@code catalogue.csv}. */
public final class DemoCatalogue {
  static final String POUNDS = "GBP";
  static final String YUAN = "CNY";

  private DemoCatalogue() {}

  /** All products, in the order of the file. Blocks for the reading. */
  public static List<Product> read() {
    return DemoFile.read("catalogue.csv", DemoCatalogue::product);
  }

  static Product product(CSVRecord line) {
    return new Product(
        line.get("code"),
        new Names(line.get("en"), line.get("zh")),
        List.of(Money.of(POUNDS, line.get("gbp")), Money.of(YUAN, line.get("cny"))),
        Integer.parseInt(line.get("stock")),
        DemoFile.optional(line, "sizes").map(sizes -> List.of(sizes.split(" "))).orElse(List.of()),
        DemoFile.optional(line, "image"),
        List.of(line.get("tags").split(" ")),
        Optional.of(new Names(line.get("alt_en"), line.get("alt_zh"))),
        sizing(line));
  }

  /**
   * Pieces of each size, which are all there are, and the chart as {@link SizeChart#parse} reads.
   */
  private static Product.Sizing sizing(CSVRecord line) {
    var stock =
        DemoFile.optional(line, "size_stock")
            .map(pieces -> Arrays.stream(pieces.split(" ")).map(Integer::valueOf).toList())
            .orElse(List.of());
    int sum = stock.stream().mapToInt(Integer::intValue).sum();
    if (!stock.isEmpty() && sum != Integer.parseInt(line.get("stock"))) {
      throw new Invalid("size_stock", "adds up to " + sum + ", not to the stock");
    }
    return new Product.Sizing(stock, DemoFile.optional(line, "chart").map(SizeChart::parse));
  }
}
