package deskbell.knowledge.text;

import deskbell.knowledge.text.Run.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts normal text into {@link Run}s; everything else separates them. */
final class Scanner {
  private final String text;
  private final List<Run> runs = new ArrayList<>();

  private Scanner(String text) {
    this.text = text;
  }

  /** The runs of a text that {@link Normal} has brought into form. */
  static List<Run> scan(String normal) {
    var scanner = new Scanner(normal);
    var i = 0;
    while (i < normal.length()) {
      i = scanner.next(i);
    }
    return scanner.runs;
  }

  /** Takes the run that starts here, or skips a character; gives where to go on. */
  private int next(int start) {
    if (han(text.charAt(start))) {
      var end = start + 1;
      while (end < text.length() && han(text.charAt(end))) {
        end++;
      }
      runs.add(new Run(Kind.HAN, text.substring(start, end)));
      return end;
    }
    if (!plain(start)) {
      return start + 1;
    }
    var end = start + 1;
    while (end < text.length() && (plain(end) || joiner(end))) {
      end++;
    }
    word(text.substring(start, end));
    return end;
  }

  private void word(String word) {
    if (Run.isCode(word)) {
      runs.add(new Run(Kind.CODE, word.replace("-", "")));
      return;
    }
    var hyphen = word.indexOf('-');
    if (hyphen < 0) {
      runs.add(new Run(Kind.WORD, word));
    } else if (Run.joins(word.substring(0, hyphen)) && word.indexOf('-', hyphen + 1) < 0) {
      runs.add(new Run(Kind.WORD, word.replace("-", "")));
    } else {
      for (var part : word.split("-", -1)) {
        word(part);
      }
    }
  }

  private boolean plain(int i) {
    var c = text.charAt(i);
    return Character.isLetterOrDigit(c) && !han(c);
  }

  /** An apostrophe or hyphen inside a word, a point or comma inside a number. */
  private boolean joiner(int i) {
    if (i + 1 >= text.length() || !plain(i + 1) || !plain(i - 1)) {
      return false;
    }
    return switch (text.charAt(i)) {
      case '\'', '-' -> true;
      case '.', ',' ->
          Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
      default -> false;
    };
  }

  /** The unified ideographs of the basic plane. */
  static boolean han(char c) {
    return (c >= '\u3400' && c <= '\u9FFF') || (c >= '\uF900' && c <= '\uFAFF');
  }
}
