package deskbell.knowledge.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Mends misspelt words: a word that nobody knows becomes the nearest word of the articles, where
 * one is near enough. First letters are taken as right, which nine of ten slips leave alone.
 * Immutable; any thread.
 */
public final class Spelling {
  /** Shorter words are left alone: too many others are near. */
  private static final int SHORTEST = 5;

  /** Longer words are no words. */
  private static final int LONGEST = 24;

  /** From this length on two slips are forgiven. */
  private static final int LONG = 8;

  private final Map<Character, List<List<String>>> byFirst = new HashMap<>();
  private final Predicate<String> known;

  /**
   * A speller.
   *
   * @param words what a slip may have meant
   * @param known true for words that are no slips
   */
  public Spelling(Collection<String> words, Predicate<String> known) {
    this.known = known;
    for (var word : words) {
      if (word.length() >= SHORTEST - 1 && word.length() <= LONGEST) {
        byFirst.computeIfAbsent(word.charAt(0), _ -> byLength()).get(word.length()).add(word);
      }
    }
  }

  private static List<List<String>> byLength() {
    return Stream.generate(() -> (List<String>) new ArrayList<String>())
        .limit(LONGEST + 1)
        .toList();
  }

  /** The word that was meant, or the word itself. */
  public String mend(String word) {
    var length = word.length();
    if (length < SHORTEST || length > LONGEST || !alphabetic(word) || known.test(word)) {
      return word;
    }
    var limit = length >= LONG ? 2 : 1;
    var lengths = byFirst.getOrDefault(word.charAt(0), List.of());
    var best = word;
    var least = limit + 1;
    for (var l = length - limit; l <= Math.min(length + limit, lengths.size() - 1); l++) {
      for (var candidate : lengths.get(l)) {
        var distance = distance(word, candidate);
        if (distance < least || (distance == least && candidate.compareTo(best) < 0)) {
          least = distance;
          best = distance <= limit ? candidate : best;
        }
      }
    }
    return best;
  }

  private static boolean alphabetic(String word) {
    return word.chars().allMatch(c -> c < 0x250 && Character.isLetter(c));
  }

  /** Damerau's distance, where a swap of neighbours counts one (optimal string alignment). */
  static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var least =
            Math.min(rows[i - 1][j - 1] + same, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, rows[i - 2][j - 2] + 1);
        }
        rows[i][j] = least;
      }
    }
    return rows[a.length()][b.length()];
  }
}
