package deskbell.shop;

import deskbell.conversation.Invalid;
import deskbell.shop.sizing.SizeChart;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
 * @param alt what the picture shows, for those who don't see it
 * @param sizing what is known of each size
 */
public record Product(
    String code,
    Names name,
    List<Money> prices,
    int stock,
    List<String> sizes,
    Optional<String> image,
    List<String> tags,
    Optional<Names> alt,
    Sizing sizing) {
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
    sizing.check(sizes.size());
  }

  /** A product of which no more is known. */
  public Product(
      String code,
      Names name,
      List<Money> prices,
      int stock,
      List<String> sizes,
      Optional<String> image,
      List<String> tags) {
    this(code, name, prices, stock, sizes, image, tags, Optional.empty(), Sizing.UNKNOWN);
  }

  /**
   * What is known of a product's sizes, in their order.
   *
   * @param stock pieces of each size; empty where nobody knows
   * @param chart the measures that each is made for
   */
  public record Sizing(List<Integer> stock, Optional<SizeChart> chart) {
    /** Nothing is known. */
    public static final Sizing UNKNOWN = new Sizing(List.of(), Optional.empty());

    public Sizing {
      stock = List.copyOf(stock);
      if (stock.stream().anyMatch(pieces -> pieces < 0)) {
        throw new Invalid("product.stockBySize", "is " + stock + "; at least 0 each");
      }
    }

    private void check(int sizes) {
      if (!stock.isEmpty() && stock.size() != sizes) {
        throw new Invalid("product.stockBySize", "must have as many numbers as there are sizes");
      }
      if (chart.map(SizeChart::sizes).filter(known -> known != sizes).isPresent()) {
        throw new Invalid("product.sizeChart", "must have one border more than there are sizes");
      }
    }
  }

  /** Pieces of a size; empty where the product has no such size, or nobody knows. */
  public Optional<Integer> stockOf(String size) {
    return sizing.stock().isEmpty()
        ? Optional.empty()
        : IntStream.range(0, sizes.size())
            .filter(place -> sizes.get(place).equalsIgnoreCase(size))
            .mapToObj(place -> sizing.stock().get(place))
            .findFirst();
  }

  /** False where it is known that none is left, of this size where one is meant. */
  boolean available(Optional<String> size) {
    return stock > 0 && size.flatMap(this::stockOf).map(pieces -> pieces > 0).orElse(true);
  }
}
