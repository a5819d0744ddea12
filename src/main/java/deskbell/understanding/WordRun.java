package deskbell.understanding;

import deskbell.understanding.Revision.Exchange;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text as a run of words, each with the space before it: what parts of turns are exchanged by.
 * Chinese characters, placeholders and marks are words of their own. The mark at its end does not
 * count.
 */
record WordRun(List<String> words, String mark) {
  private static final Pattern WORD =
      Pattern.compile(" ?(?:\\{\\d{1,3}\\}|(?:(?!\\p{IsHan})[\\p{L}\\p{M}'-])+|[^ ])");

  WordRun {
    words = List.copyOf(words);
  }

  static WordRun of(String text) {
    var bare = EndMark.without(text);
    return new WordRun(split(bare), text.substring(bare.length()));
  }

  private static List<String> split(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /**
   * The shortest exchange that makes the other run of this one.
   *
   * @param names that are exchanged whole or not at all
   */
  Exchange exchange(int turn, WordRun other, List<WordRun> names) {
    int most = Math.min(words.size(), other.words.size());
    int alike = 0;
    while (alike < most && words.get(alike).equals(other.words.get(alike))) {
      alike++;
    }
    int after = 0;
    while (after < most - alike
        && words
            .get(words.size() - 1 - after)
            .equals(other.words.get(other.words.size() - 1 - after))) {
      after++;
    }
    int from = Math.min(cut(alike, names), other.cut(alike, names));
    var backwards = names.stream().map(WordRun::reversed).toList();
    int right = Math.min(reversed().cut(after, backwards), other.reversed().cut(after, backwards));
    int to = words.size() - right;
    while (!once(from, to) && to - from < words.size()) {
      if (from > 0) {
        from--;
      } else {
        to++;
      }
    }
    int end = other.words.size() - (words.size() - to);
    return new Exchange(
        turn,
        String.join("", words.subList(from, to)),
        String.join("", other.words.subList(from, end)));
  }

  private boolean once(int from, int to) {
    return from == to
        ? from == 0
        : Collections.indexOfSubList(words, words.subList(from, to)) == from
            && Collections.lastIndexOfSubList(words, words.subList(from, to)) == from;
  }

  /** Where names begin that go on over this place; the place itself where none does. */
  private int cut(int place, List<WordRun> names) {
    int from = place;
    for (var run : names) {
      var name = run.words;
      for (int start = Math.max(0, place - name.size() + 1); start < from; start++) {
        if (start + name.size() <= words.size()
            && words.subList(start, start + name.size()).equals(name)) {
          from = start;
        }
      }
    }
    return from;
  }

  private WordRun reversed() {
    return new WordRun(words.reversed(), mark);
  }

  /** The text after an exchange; empty where the part does not stand in it just once. */
  Optional<String> exchanged(Exchange exchange) {
    var part = split(exchange.part());
    int from = Collections.indexOfSubList(words, part);
    if (from < 0 || !once(from, from + part.size())) {
      return Optional.empty();
    }
    return Optional.of(
        String.join("", words.subList(0, from))
            + exchange.by()
            + String.join("", words.subList(from + part.size(), words.size()))
            + mark);
  }

  /** The text without its mark. */
  String bare() {
    return String.join("", words);
  }

  /** How much has to be written for an exchange. */
  static int words(Exchange exchange) {
    return split(exchange.part()).size() + split(exchange.by()).size();
  }
}
