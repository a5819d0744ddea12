package deskbell.answering.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything that a text states.
 *
 * @param words the text as names are looked for in it: plain and in lower case
 * @param stated quoted words, names and links first, then all else in the order of the text
 */
record Claims(String words, List<Claim> stated) {
  /** What a text states. */
  static Claims of(String text, Names names) {
    var plain = PlainWords.of(text);
    var page = new Page(plain);
    Capitals.takeQuoted(page);
    names.take(page);
    Addresses.takeLinks(page);
    var counted = new Page(digits(page.rest()));
    Calendar.take(counted);
    Hours.take(counted);
    Addresses.takeCodes(counted);
    Quantities.take(counted);
    Addresses.takeLateCodes(counted);
    Freedom.take(counted);
    Capitals.take(counted);
    var all = new ArrayList<>(page.claims());
    all.addAll(counted.claims());
    return new Claims(plain.toLowerCase(Locale.ROOT), List.copyOf(all));
  }

  private static String digits(String text) {
    return Fractions.digits(EnglishNumerals.digits(ChineseNumerals.digits(text)));
  }
}
