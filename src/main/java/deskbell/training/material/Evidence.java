package deskbell.training.material;

import deskbell.neural.Placeholders;
import deskbell.neural.PlainText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the sentences of an article that a reply is taken from: those that together hold its values
 * and most of its words, of which the ones that few sentences hold count most. Pure.
 */
final class Evidence {
  /** Sentences that one reply is taken from at most. */
  private static final int MOST = 3;

  /** The share of a reply from which another sentence counts. */
  private static final double WORTHWHILE = 0.15;

  private static final Pattern WORDS =
      Pattern.compile("(?=(\\p{IsHan}{2}))|((?!\\p{IsHan})[\\p{L}\\d']+)");

  private final List<Set<String>> sentences;
  private final Map<String, Double> weights = new HashMap<>();

  private Evidence(List<String> sentences) {
    this.sentences = sentences.stream().map(Evidence::words).toList();
    this.sentences.forEach(words -> words.forEach(word -> weights.merge(word, 1.0, Double::sum)));
    weights.replaceAll((_, holding) -> 1 / holding);
  }

  /** The places of the sentences that a reply is taken from, in order; all where none are found. */
  static List<Integer> of(List<String> sentences, String reply) {
    var found = new Evidence(sentences).of(words(reply));
    var values = Placeholders.of(found.stream().map(sentences::get).toList());
    return found.isEmpty() || values.hide(reply).isEmpty()
        ? IntStream.range(0, sentences.size()).boxed().toList()
        : found;
  }

  private List<Integer> of(Set<String> reply) {
    var missing = new HashSet<>(reply);
    double least = WORTHWHILE * weight(reply);
    var chosen = new TreeSet<Integer>();
    while (chosen.size() < MOST) {
      var best = best(missing);
      if (weight(common(best, missing)) <= least) {
        break;
      }
      chosen.add(best);
      missing.removeAll(sentences.get(best));
    }
    return List.copyOf(chosen);
  }

  private int best(Set<String> missing) {
    return IntStream.range(0, sentences.size())
        .boxed()
        .max(
            Comparator.<Integer>comparingDouble(place -> weight(common(place, missing)))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private Set<String> common(int place, Set<String> missing) {
    var common = new HashSet<>(missing);
    common.retainAll(sentences.get(place));
    return common;
  }

  private double weight(Set<String> words) {
    return words.stream().mapToDouble(word -> weights.getOrDefault(word, 0.0)).sum();
  }

  private static Set<String> words(String text) {
    return WORDS
        .matcher(PlainText.of(text))
        .results()
        .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
        .collect(Collectors.toSet());
  }
}
