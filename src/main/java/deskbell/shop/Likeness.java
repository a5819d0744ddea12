package deskbell.shop;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What words share with products' tags and names: a word that few products have tells more than one
 * of many. Immutable.
 */
final class Likeness {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}-]+");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+.*");

  /** Letters that a word of a name has at least to tell anything: not "of", "24" or "cm". */
  private static final Pattern TELLING = Pattern.compile("\\p{L}[\\p{L}-]{2,}|\\p{IsHan}.*");

  private final List<Product> products;

  /** How many products have a word. */
  private final Map<String, Long> frequency;

  Likeness(List<Product> products) {
    this.products = products;
    this.frequency =
        products.stream()
            .flatMap(Likeness::known)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /**
   * How much words share with a product; 0 where nothing.
   *
   * @param words in small letters
   * @param but a tag that does not count; may be empty
   */
  double of(Product product, String words, String but) {
    var said = tokens(words);
    return known(product)
        .filter(tag -> !tag.equals(but))
        .filter(tag -> mentioned(tag, words, said))
        .mapToDouble(tag -> Math.log1p((double) products.size() / frequency.get(tag)))
        .sum();
  }

  /** The products that share most with the words; none where nothing is shared. */
  List<Product> closest(String words) {
    var small = small(words);
    var most = products.stream().mapToDouble(product -> of(product, small, "")).max().orElse(0);
    return most == 0
        ? List.of()
        : products.stream().filter(product -> of(product, small, "") == most).toList();
  }

  /** True where the words name one of the tags. */
  static boolean mentions(String words, List<String> tags) {
    var tokens = tokens(words);
    return tags.stream().anyMatch(tag -> mentioned(tag, words, tokens));
  }

  /** Small letters of one width. */
  static String small(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** A product's tags and the telling words of its names, each once. */
  private static Stream<String> known(Product product) {
    var names = Stream.of(product.name().en(), product.name().zh());
    var words =
        names.flatMap(name -> tokens(name).stream()).filter(w -> TELLING.matcher(w).matches());
    return Stream.concat(product.tags().stream(), words)
        .map(tag -> singular(tag.toLowerCase(Locale.ROOT)))
        .distinct();
  }

  private static boolean mentioned(String tag, String words, Set<String> tokens) {
    return CHINESE.matcher(tag).matches() ? words.contains(tag) : tokens.contains(singular(tag));
  }

  private static Set<String> tokens(String text) {
    return WORD.matcher(small(text))
        .results()
        .map(MatchResult::group)
        .map(Likeness::singular)
        .collect(Collectors.toSet());
  }

  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
