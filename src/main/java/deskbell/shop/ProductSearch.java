package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.Language;
import deskbell.shop.Wanted.Wish;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds products by need, and what is like those that were shown: cheaper, another, in another
 * size. Where nothing fits, it brings the nearest and says what is wrong with them. Pure.
 */
final class ProductSearch {
  private static final CallResult NOTHING = new CallResult("nothing_fits", Map.of());

  /** Products that a search brings at most. */
  static final int MAX_FOUND = 3;

  /**
   * A product that shares less of the words than this part of what the closest shares is left out.
   */
  private static final double CLOSE = 0.6;

  /**
   * Where all within the budget share less of the words than this part of what something dearer
   * shares, the dearer is meant: who asks for a jumper is not served with socks.
   */
  private static final double OTHER_KIND = 0.5;

  /** Words that leave the choice open; then any product of the category fits. */
  private static final Pattern ANYTHING =
      Pattern.compile(
          "\\b(anything|whatever|no idea|not sure|don'?t (know|mind))\\b|随便|都行|都可以|不知道|没想好|无所谓");

  private final List<Product> products;
  private final Language language;
  private final Likeness likeness;

  /** Searches these products for a shopper of this language, in whose currency prices are told. */
  ProductSearch(List<Product> products, Language language) {
    this.products = products;
    this.language = language;
    this.likeness = new Likeness(products);
  }

  /** What is found, by the names in the package's table. */
  CallResult find(Wanted wanted) {
    if (wanted.product().isPresent()) {
      return named(wanted, List.of(wanted.product().get()), wanted.size());
    }
    return switch (wanted.after().wish()) {
      case BIGGER, SMALLER -> resized(wanted);
      case SIZE -> named(wanted, wanted.after().meant(), wanted.size());
      case NONE, CHEAPER, OTHER -> searched(wanted);
    };
  }

  /** Products by their codes, in this size. */
  private CallResult named(Wanted wanted, List<String> codes, Optional<String> size) {
    var found = codes.stream().flatMap(code -> byCode(code).stream()).limit(MAX_FOUND).toList();
    return found.isEmpty() ? NOTHING : found(wanted, found, size);
  }

  private Optional<Product> byCode(String code) {
    return products.stream().filter(product -> product.code().equals(code)).findFirst();
  }

  private CallResult resized(Wanted wanted) {
    var sizes =
        wanted.after().meant().stream()
            .flatMap(code -> byCode(code).stream())
            .map(Product::sizes)
            .filter(known -> !known.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (sizes.isEmpty()) {
      return new CallResult("no_other_size", Map.of());
    }
    if (wanted.size().isEmpty()) {
      return new CallResult("which_size", Map.of("sizes", String.join(", ", sizes)));
    }
    int step = wanted.after().wish() == Wish.BIGGER ? 1 : -1;
    int place = place(sizes, wanted.size().get());
    if (place < 0 || place + step < 0 || place + step >= sizes.size()) {
      return new CallResult("no_other_size", Map.of("sizes", String.join(", ", sizes)));
    }
    var next = sizes.get(place + step);
    var found = named(wanted, wanted.after().meant(), Optional.of(next));
    var facts = new LinkedHashMap<>(found.facts());
    facts.put("next_size", next);
    return new CallResult(found.outcome(), facts);
  }

  private static int place(List<String> sizes, String size) {
    for (int i = 0; i < sizes.size(); i++) {
      if (sizes.get(i).equalsIgnoreCase(size)) {
        return i;
      }
    }
    return -1;
  }

  private CallResult searched(Wanted wanted) {
    var fitting = fitting(wanted, true);
    if (fitting.isEmpty() || dearerIsMeant(fitting.getFirst(), wanted)) {
      return nearest(wanted);
    }
    double most = likeness(fitting.getFirst(), wanted);
    if (wanted.words().isEmpty() && wanted.after().wish() == Wish.NONE) {
      long alike = fitting.stream().filter(product -> likeness(product, wanted) == most).count();
      if (alike > MAX_FOUND) {
        return new CallResult("too_many", Map.of());
      }
    }
    var close =
        fitting.stream()
            .filter(product -> likeness(product, wanted) >= CLOSE * most)
            .limit(MAX_FOUND)
            .toList();
    return found(wanted, close, wanted.size());
  }

  private boolean dearerIsMeant(Product best, Wanted wanted) {
    return wanted.budget().isPresent()
        && fitting(wanted.atAnyPrice(), true).stream()
            .limit(1)
            .anyMatch(it -> likeness(best, wanted) < OTHER_KIND * likeness(it, wanted));
  }

  private CallResult found(Wanted wanted, List<Product> found, Optional<String> size) {
    var facts = new LinkedHashMap<>(ProductFacts.of(found, size, language));
    var shown = new LinkedHashSet<>(wanted.after().shown());
    found.forEach(product -> shown.add(product.code()));
    facts.put("shown", String.join(" ", shown));
    boolean sized = found.stream().anyMatch(product -> !product.sizes().isEmpty());
    facts.put("sized", sized ? "yes" : "no");
    return Results.ok(facts);
  }

  /** Nothing fits: what does but for one thing, and which. */
  private CallResult nearest(Wanted wanted) {
    var ways = new ArrayList<Map.Entry<String, List<Product>>>();
    if (wanted.budget().isPresent() && priced(wanted.budget().get())) {
      ways.add(Map.entry("dearer", cheapest(dearer(wanted))));
    }
    if (wanted.colour().isPresent()) {
      ways.add(Map.entry("other_colour", fitting(wanted.inAnyColour(), true)));
    }
    if (wanted.size().isPresent()) {
      ways.add(Map.entry("other_size", fitting(wanted.inAnySize(), true)));
    }
    ways.add(Map.entry("sold_out", fitting(wanted, false)));
    return ways.stream()
        .filter(way -> !way.getValue().isEmpty())
        .findFirst()
        .map(way -> near(way.getKey(), way.getValue(), wanted))
        .orElse(NOTHING);
  }

  /** What is meant and does not fit the budget, the closest alone where something else would. */
  private List<Product> dearer(Wanted wanted) {
    var any = fitting(wanted.atAnyPrice(), true);
    return any.stream()
        .filter(it -> likeness(it, wanted) >= OTHER_KIND * likeness(any.getFirst(), wanted))
        .toList();
  }

  private CallResult near(String wrong, List<Product> near, Wanted wanted) {
    var size = wrong.equals("other_size") ? Optional.<String>empty() : wanted.size();
    var few = near.stream().limit(MAX_FOUND).toList();
    var facts = new LinkedHashMap<>(found(wanted, few, size).facts());
    facts.put("but", wrong);
    return new CallResult("near", facts);
  }

  private boolean priced(Money budget) {
    return products.stream()
        .flatMap(product -> product.prices().stream())
        .anyMatch(price -> price.currency().equals(budget.currency()));
  }

  private List<Product> cheapest(List<Product> fitting) {
    return fitting.stream().sorted(Comparator.comparing(this::amount)).toList();
  }

  private BigDecimal amount(Product product) {
    return ProductFacts.price(product, language).map(Money::amount).orElse(BigDecimal.ZERO);
  }

  /** Everything that fits, the closest first. */
  private List<Product> fitting(Wanted wanted, boolean inStock) {
    return products.stream()
        .filter(product -> !inStock || product.available(wanted.size()))
        .filter(product -> wanted.category().map(product.tags()::contains).orElse(true))
        .filter(product -> colour(product, wanted))
        .filter(product -> wanted.size().map(size -> comesIn(product, size)).orElse(true))
        .filter(product -> wanted.budget().map(budget -> within(product, budget)).orElse(true))
        .filter(after(wanted))
        .filter(product -> needed(product, wanted))
        .sorted(Comparator.comparingDouble((Product product) -> -likeness(product, wanted)))
        .toList();
  }

  private static boolean colour(Product product, Wanted wanted) {
    return wanted.colour().map(colour -> Likeness.mentions(colour, product.tags())).orElse(true);
  }

  private static boolean comesIn(Product product, String size) {
    return product.sizes().isEmpty() || place(product.sizes(), size) >= 0;
  }

  private static boolean within(Product product, Money budget) {
    return product.prices().stream()
        .anyMatch(
            price ->
                price.currency().equals(budget.currency())
                    && price.amount().compareTo(budget.amount()) <= 0);
  }

  /** Cheaper than all that are meant, or none of those that were shown. */
  private Predicate<Product> after(Wanted wanted) {
    var after = wanted.after();
    var least =
        after.meant().stream()
            .flatMap(code -> byCode(code).stream())
            .map(this::amount)
            .min(Comparator.naturalOrder());
    return switch (after.wish()) {
      case CHEAPER ->
          product -> least.map(most -> amount(product).compareTo(most) < 0).orElse(true);
      case OTHER -> product -> !after.shown().contains(product.code());
      case NONE, BIGGER, SMALLER, SIZE -> _ -> true;
    };
  }

  /** True where the last that was said of the need has something of the product. */
  private boolean needed(Product product, Wanted wanted) {
    var said = wanted.words().or(wanted::told);
    boolean open = said.map(words -> ANYTHING.matcher(words).find()).orElse(true);
    return open
        ? wanted.category().isPresent()
        : likeness.of(product, said.get(), wanted.category().orElse("")) > 0;
  }

  private double likeness(Product product, Wanted wanted) {
    var words = wanted.told().orElse("") + " " + wanted.words().orElse("");
    return likeness.of(product, words, wanted.category().orElse(""));
  }
}
