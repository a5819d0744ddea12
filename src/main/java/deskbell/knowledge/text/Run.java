package deskbell.knowledge.text;

import java.util.Set;

/** A stretch of normal text that belongs together. */
record Run(Kind kind, String text) {
  /** Digits from which on a code names an order or parcel rather than a product. */
  private static final int ORDER_DIGITS = 6;

  /** The term that stands for any order or parcel number. */
  static final String ORDER_NUMBER = "#number";

  private static final Set<String> JOINED = Set.of("wi", "pre", "re");

  /** What a run is made of. */
  enum Kind {
    /** Letters and digits of an alphabet. */
    WORD,
    /** A product or order code, without its hyphens. */
    CODE,
    /** Han characters. */
    HAN
  }

  /** The term that a code is compared by: any two order numbers are alike, products are not. */
  String codeTerm() {
    var digits = text.chars().filter(Character::isDigit).count();
    return digits >= ORDER_DIGITS ? ORDER_NUMBER : text;
  }

  /** True for letters and digits in one run: {@code ll20481234}, {@code ll-c101}. */
  static boolean isCode(String word) {
    var letters = word.chars().filter(Character::isLetter).count();
    var digits = word.chars().filter(Character::isDigit).count();
    return digits > 2 && (letters > 0 || digits >= ORDER_DIGITS) && word.indexOf('\'') < 0;
  }

  /** True where a part before a hyphen makes one word with what follows: e-mail, t-shirt, wi-fi. */
  static boolean joins(String prefix) {
    return (prefix.length() == 1 && Character.isLetter(prefix.charAt(0)))
        || JOINED.contains(prefix);
  }
}
