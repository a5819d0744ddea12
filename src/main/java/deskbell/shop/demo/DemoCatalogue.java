package deskbell.shop.demo;

import deskbell.shop.Money;
import deskbell.shop.Names;
import deskbell.shop.Product;
import java.util.List;
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
        List.of(line.get("tags").split(" ")));
  }
}
