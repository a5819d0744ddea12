package deskbell.dialog.flow;

import java.util.regex.Pattern;

/** Words from outside, made to stand in Markdown as they are. */
final class Markdown {
  private static final Pattern MARKS =
      Pattern.compile("([\\\\`*\\[\\]<>]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}]))");
  private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

  private Markdown() {}

  /** The text on one line, with every mark that could start Markdown or HTML escaped. */
  static String plain(String text) {
    return MARKS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\\\\$1");
  }
}
