package deskbell.answering.grounding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that a text may hold without writing them large: what the shop sells, and widely known
 * brands and places. Immutable; any thread.
 */
public final class Names {
  private static final List<String> BRANDS = WordList.lines("brands.txt");
  private static final int SHORTEST = 2;

  /** What is widely known, and nothing of the shop's. */
  public static final Names KNOWN = new Names(Set.of());

  private record Name(String lower, Pattern pattern) {}

  private final List<Name> names;

  private Names(Set<String> products) {
    names =
        Stream.concat(products.stream(), BRANDS.stream())
            .map(name -> PlainWords.of(name).toLowerCase(Locale.ROOT))
            .filter(name -> name.length() >= SHORTEST)
            .distinct()
            .map(name -> new Name(name, whole(name)))
            .toList();
  }

  /** These products' names, and what is widely known. */
  public static Names of(Collection<String> products) {
    return new Names(products.stream().collect(Collectors.toUnmodifiableSet()));
  }

  private static Pattern whole(String name) {
    return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(name) + "(?![a-z0-9])");
  }

  /** Notes every name that a page holds. */
  void take(Page page) {
    var lower = page.rest().toLowerCase(Locale.ROOT);
    for (var name : names) {
      if (lower.contains(name.lower())) {
        name.pattern()
            .matcher(lower)
            .results()
            .forEach(hit -> page.note(Claim.of(hit.start(), hit.group(), "words " + hit.group())));
      }
    }
  }
}
