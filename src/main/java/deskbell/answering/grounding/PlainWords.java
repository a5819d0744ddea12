package deskbell.answering.grounding;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The form in which texts are read: one width, no marks of Markdown, no invisible characters. */
final class PlainWords {
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern RAISED = Pattern.compile("[\\u2070-\\u209f\\u00b9\\u00b2\\u00b3]");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)\\s]*)\\)");
  private static final Pattern LIST = Pattern.compile("(?m)^\\s*\\d{1,2}[.)]\\s+");
  private static final Pattern MARKS = Pattern.compile("[*`#|]|(?m:^\\s*[-•>]\\s+)");

  private PlainWords() {}

  /** The plain form of a text; its case and its lines stay. */
  static String of(String text) {
    var visible = INVISIBLE.matcher(text).replaceAll("");
    var level = RAISED.matcher(visible).replaceAll(hit -> " " + hit.group());
    var narrow = Normalizer.normalize(level, Normalizer.Form.NFKC);
    var digits =
        DIGIT
            .matcher(narrow)
            .replaceAll(hit -> "" + Character.digit(hit.group().codePointAt(0), 10));
    var unlinked = LINK.matcher(digits.replace('’', '\'')).replaceAll("$1 $2 ");
    var unlisted = LIST.matcher(unlinked).replaceAll("");
    return MARKS.matcher(unlisted).replaceAll(" ").replaceAll("[ \\t\\u00a0]+", " ").strip();
  }
}
