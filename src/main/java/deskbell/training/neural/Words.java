package deskbell.training.neural;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Cuts text where no token may reach across: placeholders, Chinese characters and digits stand
 * alone, words and signs keep the space before them.
 */
final class Words {
  private static final String RULE =
      "\\{[a-z0-9_]+\\}"
          + "|HAN"
          + "| ?(?:(?!HAN)[\\p{L}\\p{M}])+"
          + "|\\p{N}"
          + "| ?(?:(?!\\{[a-z0-9_]+\\})[^\\s\\p{L}\\p{M}\\p{N}])+"
          + "|\\s+(?!\\S)|\\s+";

  /** The rule as the tokenizer's file writes it. */
  static final String PATTERN = RULE.replace("HAN", "\\p{Han}");

  private static final Pattern JAVA = Pattern.compile(RULE.replace("HAN", "\\p{IsHan}"));

  private Words() {}

  /** The pieces, which together are the text. */
  static List<String> of(String text) {
    return JAVA.matcher(text).results().map(MatchResult::group).toList();
  }
}
