package deskbell.neural;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which the model reads and learns texts: one width, lower case, single spaces. */
public final class PlainText {
  private PlainText() {}

  /** The plain form of a text. */
  public static String of(String text) {
    var normal =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return normal.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ").strip();
  }
}
