package deskbell.dialog.flow;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words that are looked for in what shoppers say, ready to be compared: Han text counts wherever it
 * stands, other text as whole words. Immutable.
 *
 * @param plain as {@link #plain(String)} gives it
 * @param han whether it has Han characters
 */
public record Wording(String plain, boolean han) {
  /** No Han character stands before this one. */
  private static final int FIRST_HAN = 0x2E80;

  /** As keyboards and hurried people write them. */
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ]");

  /** A wording as it is written. */
  public static Wording of(String written) {
    var plain = plain(written);
    return new Wording(plain, plain.chars().anyMatch(Wording::han));
  }

  /** True where a plain text begins with it. */
  public boolean begins(String text) {
    return text.startsWith(plain) && (han || ends(text, plain.length()));
  }

  /** True where a plain text has it. */
  public boolean in(String text) {
    for (int at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
      if (han || (ends(text, at - 1) && ends(text, at + plain.length()))) {
        return true;
      }
    }
    return false;
  }

  /** True where no word goes on at this place of a plain text. */
  private static boolean ends(String text, int at) {
    return at < 0 || at >= text.length() || text.charAt(at) == ' ';
  }

  /**
   * Small letters, one form of width, no marks, single spaces. Apostrophes leave no space: many
   * shoppers write "doesnt".
   */
  public static String plain(String written) {
    var bare = APOSTROPHES.matcher(written).replaceAll("");
    var small = Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(small.length());
    small
        .codePoints()
        .forEach(
            character -> {
              if (spoken(character)) {
                plain.appendCodePoint(character);
              } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
              }
            });
    return plain.toString().strip();
  }

  private static boolean spoken(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.LETTER_NUMBER
        || Character.getType(character) == Character.OTHER_NUMBER;
  }

  /** True for a Han character. */
  public static boolean han(int character) {
    return character >= FIRST_HAN
        && Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }
}
