package deskbell.understanding.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the known words that a written one may be: itself, or words of five letters and more that
 * differ in one letter (wrong, missing, added, or two swapped). Works by taking letters out on both
 * sides, so a look-up does not grow with the vocabulary. Garbe 2012, SymSpell. Immutable.
 */
final class Spelling {
  private static final int FORGIVING_FROM = 5;

  private final Set<String> vocabulary;
  private final Map<String, Set<String>> byGap = new HashMap<>();

  Spelling(Set<String> vocabulary) {
    this.vocabulary = Set.copyOf(vocabulary);
    for (var word : vocabulary) {
      gaps(word).forEach(gap -> byGap.computeIfAbsent(gap, _ -> new HashSet<>()).add(word));
    }
  }

  /** The known words that this may be; itself alone where it is known. */
  Set<String> known(String word) {
    if (vocabulary.contains(word)) {
      return Set.of(word);
    }
    return gaps(word).stream()
        .flatMap(gap -> byGap.getOrDefault(gap, Set.of()).stream())
        .filter(known -> Math.max(known.length(), word.length()) >= FORGIVING_FROM)
        .filter(known -> Math.abs(known.length() - word.length()) <= 1)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> gaps(String word) {
    if (word.length() < FORGIVING_FROM - 1 || !word.chars().allMatch(Character::isLetter)) {
      return List.of();
    }
    return IntStream.rangeClosed(0, word.length())
        .mapToObj(i -> i == word.length() ? word : word.substring(0, i) + word.substring(i + 1))
        .distinct()
        .toList();
  }
}
