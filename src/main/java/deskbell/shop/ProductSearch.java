package deskbell.shop;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds products by need. Pure. */
final class ProductSearch {
  /** Products that a search brings at most. */
  static final int MAX_FOUND = 3;

  /** Words that leave the choice open; then any product of the category fits. */
  private static final Pattern ANYTHING =
      Pattern.compile(
          "\\b(anything|whatever|no idea|not sure|don'?t (know|mind))\\b|随便|都行|都可以|不知道|没想好|无所谓");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}-]+");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+.*");

  private final List<Product> products;
  private final Language language;

  /** How many products have a word. */
  private final Map<String, Long> frequency;

  /** Searches these products for a shopper of this language, in whose currency prices are told. */
  ProductSearch(List<Product> products, Language language) {
    this.products = products;
    this.language = language;
    this.frequency =
        products.stream()
            .flatMap(ProductSearch::known)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /**
   * What a shopper needs; what is not said does not matter.
   *
   * @param category a tag that a product must have
   * @param words in the shopper's own words, what it is and what for
   */
  record Wanted(
      Optional<String> category,
      Optional<String> words,
      Optional<String> colour,
      Optional<String> size,
      Optional<Money> budget) {
    /** Reads the arguments of a call; a budget that is no amount of money is Invalid. */
    static Wanted of(Map<String, String> arguments) {
      var wanted =
          new Wanted(
              plain(arguments, "category"),
              plain(arguments, "words"),
              plain(arguments, "colour"),
              plain(arguments, "size"),
              Arguments.optional(arguments, "budget").map(Money::parse));
      if (wanted.category.isEmpty() && wanted.words.isEmpty()) {
        throw new Invalid("words", "is missing, and category too");
      }
      return wanted;
    }

    private static Optional<String> plain(Map<String, String> arguments, String name) {
      return Arguments.optional(arguments, name).map(text -> text.toLowerCase(Locale.ROOT));
    }
  }

  /** The facts of up to {@value #MAX_FOUND} products that fit, the closest first. */
  Map<String, String> find(Wanted wanted) {
    var found =
        products.stream()
            .filter(product -> fits(product, wanted))
            .sorted(Comparator.comparingDouble((Product product) -> -likeness(product, wanted)))
            .limit(MAX_FOUND)
            .toList();
    return facts(found);
  }

  private Map<String, String> facts(List<Product> found) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("count", Integer.toString(found.size()));
    for (int i = 0; i < found.size(); i++) {
      var product = found.get(i);
      var suffix = "_" + (i + 1);
      facts.put("code" + suffix, product.code());
      facts.put("name" + suffix, product.name().in(language));
      facts.put("stock" + suffix, Integer.toString(product.stock()));
      price(product).ifPresent(price -> facts.put("price" + suffix, price.toString()));
      product.image().ifPresent(image -> facts.put("image" + suffix, image));
    }
    return facts;
  }

  private boolean fits(Product product, Wanted wanted) {
    boolean open = wanted.words().map(words -> ANYTHING.matcher(words).find()).orElse(true);
    return product.stock() > 0
        && wanted.category().map(product.tags()::contains).orElse(true)
        && wanted.colour().map(colour -> mentions(colour, product.tags())).orElse(true)
        && wanted.size().map(size -> comesIn(product, size)).orElse(true)
        && wanted.budget().map(budget -> within(product, budget)).orElse(true)
        && (open ? wanted.category().isPresent() : likeness(product, wanted) > 0);
  }

  private static boolean comesIn(Product product, String size) {
    return product.sizes().isEmpty() || product.sizes().stream().anyMatch(size::equalsIgnoreCase);
  }

  private static boolean within(Product product, Money budget) {
    return product.prices().stream()
        .anyMatch(
            price ->
                price.currency().equals(budget.currency())
                    && price.amount().compareTo(budget.amount()) <= 0);
  }

  /**
   * What the words share with a product's tags and names, the category apart: a word that few
   * products have tells more than one of many.
   */
  private double likeness(Product product, Wanted wanted) {
    var words = wanted.words().orElse("");
    var said = tokens(words);
    return known(product)
        .filter(tag -> !wanted.category().map(tag::equals).orElse(false))
        .filter(tag -> mentioned(tag, words, said))
        .mapToDouble(tag -> Math.log1p((double) products.size() / frequency.get(tag)))
        .sum();
  }

  /** A product's tags and the words of its names, each once. */
  private static Stream<String> known(Product product) {
    var names = Stream.of(product.name().en(), product.name().zh());
    return Stream.concat(product.tags().stream(), names.flatMap(name -> tokens(name).stream()))
        .map(tag -> singular(tag.toLowerCase(Locale.ROOT)))
        .distinct();
  }

  private static boolean mentions(String words, List<String> tags) {
    var tokens = tokens(words);
    return tags.stream().anyMatch(tag -> mentioned(tag, words, tokens));
  }

  private static boolean mentioned(String tag, String words, Set<String> tokens) {
    return CHINESE.matcher(tag).matches() ? words.contains(tag) : tokens.contains(singular(tag));
  }

  private static Set<String> tokens(String text) {
    return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .map(ProductSearch::singular)
        .collect(Collectors.toSet());
  }

  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /** The price in the currency of the shopper's language, else the first one. */
  private Optional<Money> price(Product product) {
    return Money.own(product.prices(), language);
  }
}
