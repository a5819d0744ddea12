package deskbell.training.neural;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the pairs of tokens worth a token of their own: again and again the one that stands side by
 * side most often (Sennrich 2016). The same words give the same pairs. One thread.
 */
final class Merges {
  /** Two tokens that become one. */
  record Pair(String left, String right) {
    String joined() {
      return left + right;
    }
  }

  private static final Comparator<Map.Entry<Pair, Long>> WORTH =
      Map.Entry.<Pair, Long>comparingByValue()
          .thenComparing(entry -> entry.getKey().left(), Comparator.reverseOrder())
          .thenComparing(entry -> entry.getKey().right(), Comparator.reverseOrder());

  private final List<List<String>> words = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();
  private final Map<Pair, Long> pairs = new HashMap<>();
  private final Map<Pair, Set<Integer>> places = new HashMap<>();

  private Merges(Map<String, Long> words) {
    words.forEach(
        (word, count) -> {
          this.words.add(characters(word));
          counts.add(count);
          count(this.words.size() - 1, 1);
        });
  }

  /**
   * The pairs in the order in which they are to be joined.
   *
   * @param words how often each occurs, in a repeatable order
   * @param most pairs
   * @param least times that a pair must occur
   */
  static List<Pair> of(Map<String, Long> words, int most, int least) {
    var merges = new Merges(words);
    var found = new ArrayList<Pair>();
    while (found.size() < most) {
      var best = merges.pairs.entrySet().stream().max(WORTH);
      if (best.isEmpty() || best.get().getValue() < least) {
        break;
      }
      var pair = best.get().getKey();
      merges.join(pair);
      found.add(pair);
    }
    return found;
  }

  /** A word's characters, one string each. */
  static List<String> characters(String word) {
    return word.codePoints().mapToObj(Character::toString).toList();
  }

  /** A word's tokens with each occurrence of a pair joined. */
  static List<String> joined(List<String> tokens, Pair pair) {
    var joined = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 < tokens.size()
          && tokens.get(i).equals(pair.left())
          && tokens.get(i + 1).equals(pair.right())) {
        joined.add(pair.joined());
        i++;
      } else {
        joined.add(tokens.get(i));
      }
    }
    return joined;
  }

  private void join(Pair pair) {
    for (int word : List.copyOf(places.get(pair))) {
      count(word, -1);
      words.set(word, joined(words.get(word), pair));
      count(word, 1);
    }
    pairs.remove(pair);
    places.remove(pair);
  }

  private void count(int word, int sign) {
    var tokens = words.get(word);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      var pair = new Pair(tokens.get(i), tokens.get(i + 1));
      pairs.merge(pair, sign * counts.get(word), Long::sum);
      if (sign > 0) {
        places.computeIfAbsent(pair, _ -> new HashSet<>()).add(word);
      }
    }
  }
}
