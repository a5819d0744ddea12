package deskbell.web;

import deskbell.conversation.Invalid;

/**
 * Makes a text from outside fit to be stored and shown: line ends become {@code \n}, control
 * characters other than newline and tab are taken out. What no database or page can hold (NUL, half
 * a surrogate pair) is {@link Invalid}.
 */
final class CleanText {
  private CleanText() {}

  static String of(String field, String raw) {
    return plain(raw) ? raw : cleaned(field, raw);
  }

  private static boolean plain(String raw) {
    return raw.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || (c > 0x9f && !surrogate(c)));
  }

  private static boolean surrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String cleaned(String field, String raw) {
    var clean = new StringBuilder(raw.length());
    raw.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            point -> {
              if (point == 0) {
                throw new Invalid(field, "contains the character NUL");
              }
              if (surrogate(point)) {
                throw new Invalid(field, "contains half a surrogate pair");
              }
              if (point == '\n' || point == '\t' || !Character.isISOControl(point)) {
                clean.appendCodePoint(point);
              } else if (point == '\r') {
                clean.append('\n');
              }
            });
    return clean.toString();
  }
}
