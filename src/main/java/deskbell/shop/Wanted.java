package deskbell.shop;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a shopper looks for among the products; what is not said does not matter.
 *
 * @param product a code: that one and no other
 * @param category a tag that a product must have
 * @param told in the shopper's own words, what was said first
 * @param words in the shopper's own words, what it is and what for
 * @param after how it should differ from what was shown before
 */
record Wanted(
    Optional<String> product,
    Optional<String> category,
    Optional<String> told,
    Optional<String> words,
    Optional<String> colour,
    Optional<String> size,
    Optional<Money> budget,
    After after) {

  /** How something should differ from what was shown. */
  enum Wish {
    NONE,
    CHEAPER,
    /** Something else. */
    OTHER,
    /** The same, one size larger. */
    BIGGER,
    /** The same, one size smaller. */
    SMALLER,
    /** The same in the wanted size. */
    SIZE
  }

  /**
   * What was shown before, and what is wrong with it.
   *
   * @param picked the one that the shopper speaks of; empty where it may be any
   * @param shown codes, in their order
   */
  record After(Wish wish, Optional<String> picked, List<String> shown) {
    After {
      shown = List.copyOf(shown);
    }

    /** The codes that the wish is about. */
    List<String> meant() {
      return picked.map(List::of).orElse(shown);
    }
  }

  /** Reads the arguments of a call; one that is not of its form is Invalid. */
  static Wanted of(Map<String, String> arguments) {
    var wanted =
        new Wanted(
            Arguments.optional(arguments, "product"),
            small(arguments, "category"),
            small(arguments, "told"),
            small(arguments, "words"),
            small(arguments, "colour"),
            small(arguments, "size"),
            Arguments.optional(arguments, "budget").map(Money::parse),
            after(arguments));
    boolean none = wanted.category.isEmpty() && wanted.words.isEmpty() && wanted.told.isEmpty();
    if (none && wanted.product.isEmpty() && wanted.after.meant().isEmpty()) {
      throw new Invalid("words", "is missing, and category, told and product too");
    }
    return wanted;
  }

  private static Optional<String> small(Map<String, String> arguments, String name) {
    return Arguments.optional(arguments, name).map(Likeness::small);
  }

  private static After after(Map<String, String> arguments) {
    var wish = Arguments.optional(arguments, "wish").map(Wanted::wish).orElse(Wish.NONE);
    var shown =
        Arguments.optional(arguments, "shown").stream()
            .flatMap(codes -> Arrays.stream(codes.split(" ", -1)))
            .toList();
    return new After(wish, Arguments.optional(arguments, "beside"), shown);
  }

  private static Wish wish(String name) {
    return switch (name) {
      case "cheaper" -> Wish.CHEAPER;
      case "other" -> Wish.OTHER;
      case "bigger" -> Wish.BIGGER;
      case "smaller" -> Wish.SMALLER;
      case "size" -> Wish.SIZE;
      default ->
          throw new Invalid(
              "wish", "is " + Excerpt.of(name) + "; known: cheaper, other, bigger, smaller, size");
    };
  }

  /** The same without a limit to the price. */
  Wanted atAnyPrice() {
    return new Wanted(product, category, told, words, colour, size, Optional.empty(), after);
  }

  /** The same in any colour. */
  Wanted inAnyColour() {
    return new Wanted(product, category, told, words, Optional.empty(), size, budget, after);
  }

  /** The same in any size. */
  Wanted inAnySize() {
    return new Wanted(product, category, told, words, colour, Optional.empty(), budget, after);
  }
}
