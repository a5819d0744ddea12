package deskbell.understanding;

import deskbell.understanding.Revision.Exchange;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Completes the words of an exchange that the model broke off: it writes tokens, which end within
 * words, and stops at times within a name that it has not met ("pebble night" of "pebble night
 * light"). Pure.
 */
final class WholeWords {
  /** What may follow a new value in a follow-up without belonging to it. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i) ?(?:,? ?(?:instead|i mean|maybe|ok|work|(?:be )?(?:the same|ok|one)|as well|too))?"
              + "|的?(?:店|那边|这边|那家|这家|话|这种|那种)?(?:也|又)?"
              + "(?:(?:行|可以|一样|是|这样|能行|怎么样|有)?(?:吗|不行|不|么|没)?)?");

  private WholeWords() {}

  /**
   * The exchange in whole words.
   *
   * @param turns what is said now without what only leads into it, then each turn before it
   */
  static Exchange of(Exchange exchange, List<String> turns) {
    var turn = turns.get(exchange.turn());
    var part = exchange.part().isEmpty() ? "" : whole(turn, exchange.part());
    var by =
        exchange.turn() == 0
            ? referent(turns.subList(1, turns.size()), exchange.by())
            : value(turns.getFirst(), exchange.by(), after(turn, part));
    return new Exchange(exchange.turn(), part, by);
  }

  private static String referent(List<String> before, String by) {
    return before.stream()
        .filter(turn -> !by.isBlank() && turn.contains(by))
        .findFirst()
        .map(turn -> whole(turn, by))
        .orElse(by);
  }

  private static String after(String turn, String part) {
    int at = turn.indexOf(part);
    return part.isEmpty() || at < 0 ? "" : turn.substring(at + part.length());
  }

  /** The part with the words that it begins and ends within; as it is where it isn't there. */
  private static String whole(String text, String part) {
    int at = text.indexOf(part);
    if (at < 0) {
      return part;
    }
    int from = at;
    while (from > 0 && within(text, from)) {
      from--;
    }
    if (from < at && from > 0 && text.charAt(from - 1) == ' ') {
      from--;
    }
    int to = at + part.length();
    while (to < text.length() && within(text, to)) {
      to++;
    }
    return text.substring(from, to);
  }

  /** True where a word of letters goes on at this place; Chinese characters are words each. */
  private static boolean within(String text, int at) {
    return lettered(text.charAt(at - 1)) && lettered(text.charAt(at));
  }

  private static boolean lettered(char character) {
    return character == '-'
        || character == '\''
        || (Character.isLetter(character)
            && Character.UnicodeScript.of(character) != Character.UnicodeScript.HAN);
  }

  /** The new value up to its end in what is said now, without what the turn goes on with anyhow. */
  private static String value(String now, String by, String after) {
    if (by.isBlank() || !now.contains(by)) {
      return by;
    }
    var begun = whole(now, by);
    int at = now.indexOf(begun);
    var rest = now.substring(at + begun.length());
    if (TAIL.matcher(rest).matches()) {
      return begun;
    }
    var all = begun + rest;
    for (int common = rest.length(); common > 0; common--) {
      if (after.startsWith(all.substring(all.length() - common))) {
        return all.substring(0, all.length() - common);
      }
    }
    return all;
  }
}
