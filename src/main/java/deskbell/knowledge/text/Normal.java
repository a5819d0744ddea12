package deskbell.knowledge.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text in the one form that everything is compared in: compatibility-composed (full-width letters
 * and digits become plain ones), lower case, with straight apostrophes and hyphens.
 */
public final class Normal {
  private Normal() {}

  /** The normal form of any text. */
  public static String of(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var result = composed.toCharArray();
    for (var i = 0; i < result.length; i++) {
      result[i] = straight(result[i]);
    }
    return new String(result);
  }

  private static char straight(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02BC', '`', '\u00B4' -> '\'';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
      default -> c;
    };
  }
}
