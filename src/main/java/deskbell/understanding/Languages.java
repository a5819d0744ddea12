package deskbell.understanding;

import deskbell.conversation.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells Chinese from English by script: one Han character weighs as much as one Latin word, so that
 * a Chinese sentence with English product names stays Chinese and an English one with a Chinese
 * place name stays English.
 */
public final class Languages {
  private static final Pattern WORD =
      Pattern.compile("[\\p{IsLatin}\\p{N}@._+'’-]*\\p{IsLatin}[\\p{IsLatin}\\p{N}@._+'’-]*");
  private static final Pattern CODE = Pattern.compile(".*[\\p{N}@].*");

  /** Words that are written in both languages and so show neither. */
  private static final Set<String> SHARED =
      Set.of(
          "ok", "okay", "okk", "hi", "hello", "hey", "bye", "byebye", "thx", "yes", "no", "app",
          "vip", "wifi", "pdf", "qq", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "ll", "sf", "dpd",
          "zto", "cny", "gbp", "rmb", "hmm", "haha", "hahaha", "lol", "wow", "nice", "good", "usb",
          "sms", "email", "iphone", "android", "cm", "kg", "gps", "nb", "pls");

  private Languages() {}

  /** The language of a text; where it shows none, the expected one, and English without that. */
  public static Language of(String text, Optional<Language> expected) {
    long han = text.codePoints().filter(Languages::isHan).count();
    long latin =
        WORD.matcher(text)
            .results()
            .map(match -> match.group().toLowerCase(Locale.ROOT))
            .filter(word -> !SHARED.contains(word) && !CODE.matcher(word).matches())
            .count();
    if (han == 0 && latin == 0) {
      return expected.orElse(Language.EN);
    }
    return han >= latin ? Language.ZH : Language.EN;
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
