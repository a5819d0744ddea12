package deskbell.knowledge.text;

import java.util.ArrayList;
import java.util.List;

/** A stretch of Han characters with its words, walked from left to right. One thread. */
final class Stretch {
  private final String text;
  private final List<String> characters;
  private final boolean[] starts;
  private int done;

  Stretch(String text, List<String> words) {
    this.text = text;
    this.characters = text.chars().mapToObj(Character::toString).toList();
    this.starts = new boolean[text.length() + 1];
    var at = 0;
    for (var word : words) {
      starts[at] = true;
      at += word.length();
    }
    starts[text.length()] = true;
  }

  int length() {
    return text.length();
  }

  List<String> characters() {
    return characters;
  }

  String text(int from, int to) {
    return text.substring(from, to);
  }

  /** True where the one character is a word of its own: 单 in 单子, not in 菜单. */
  boolean isWord(int i) {
    return starts[i] && starts[i + 1];
  }

  /** Goes on from here. */
  void from(int i) {
    done = i;
  }

  /** The words, or parts of words, from where the walk went on up to here. */
  List<String> rest(int end) {
    var parts = new ArrayList<String>();
    var start = done;
    for (var i = done + 1; i <= end; i++) {
      if (i == end || starts[i]) {
        parts.add(text.substring(start, i));
        start = i;
      }
    }
    return parts;
  }
}
