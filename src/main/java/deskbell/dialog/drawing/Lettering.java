package deskbell.dialog.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How much room words take. Sizes in columns: a Latin letter takes one, a Chinese character two.
 */
final class Lettering {
  /** Columns of text in a box. */
  private static final int COLUMNS = 30;

  private static final int LINES = 3;

  /** Code points from here on are as wide as two letters. */
  private static final int WIDE = 0x2e7f;

  /** A line may end after a space and around a Chinese character, but no mark begins one. */
  private static final Pattern BREAK =
      Pattern.compile(
          "(?<= )|(?<=[\\p{IsHan}，。、；：？！”）])(?=[^，。、；：？！”）…])|(?<![“（])(?=[\\p{IsHan}“（])");

  private Lettering() {}

  static int columns(String text) {
    return text.codePoints().map(c -> c > WIDE ? 2 : 1).sum();
  }

  /**
   * A box's words broken at spaces, or anywhere in Chinese; what doesn't fit ends in an ellipsis.
   */
  static List<String> lines(String words) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : BREAK.split(words, -1)) {
      if (columns(line + word.strip()) > COLUMNS && !line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().strip());
    return lines.size() <= LINES ? lines : List.of(lines.get(0), lines.get(1), lines.get(2) + "…");
  }
}
