package deskbell.understanding;

import deskbell.understanding.Revision.Exchange;
import java.util.List;

/**
 * Completes the words of an exchange that the model broke off: it writes tokens, which end within
 * words. Pure.
 */
final class WholeWords {
  private WholeWords() {}

  /**
   * The exchange in whole words.
   *
   * @param turns what is said now without what only leads into it, then each turn before it
   */
  static Exchange of(Exchange exchange, List<String> turns) {
    var turn = turns.get(exchange.turn());
    var part = exchange.part().isEmpty() ? "" : whole(turn, exchange.part());
    var others = exchange.turn() == 0 ? turns.subList(1, turns.size()) : turns.subList(0, 1);
    return new Exchange(exchange.turn(), part, said(others, exchange.by()));
  }

  private static String said(List<String> in, String by) {
    return in.stream()
        .filter(turn -> !by.isBlank() && turn.contains(by))
        .findFirst()
        .map(turn -> whole(turn, by))
        .orElse(by);
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
}
