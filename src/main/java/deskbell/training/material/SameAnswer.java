package deskbell.training.material;

import deskbell.answering.grounding.Grounding;
import deskbell.answering.grounding.Names;
import deskbell.neural.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether an answer says what another does: it states the same values, denies as often, and has
 * half of its words in common. Strict rather than fair: an answer that is right in other words may
 * count as wrong. Pure.
 */
final class SameAnswer {
  private static final double COMMON = 0.5;
  private static final Pattern DENIAL =
      Pattern.compile("\\b(?:no|not|never|none|nor|without|cannot|neither)\\b|n't\\b|[不没无未别]");
  private static final Pattern WORDS = Pattern.compile("\\p{IsHan}|[\\p{L}\\d']+");

  private SameAnswer() {}

  /** Whether a text says what one of these answers says. */
  static boolean asOneOf(List<String> answers, String text) {
    return answers.stream().anyMatch(answer -> same(answer, text));
  }

  private static boolean same(String answer, String text) {
    return values(answer).equals(values(text))
        && denials(answer) == denials(text)
        && common(words(answer), words(text)) >= COMMON;
  }

  private static Set<String> values(String text) {
    return Set.copyOf(Grounding.values(text, Names.KNOWN));
  }

  private static long denials(String text) {
    return DENIAL.matcher(PlainText.of(text)).results().count();
  }

  private static Set<String> words(String text) {
    return WORDS
        .matcher(PlainText.of(text))
        .results()
        .map(hit -> hit.group())
        .collect(Collectors.toSet());
  }

  /** Twice what both have, as a share of what each has (Dice 1945). */
  private static double common(Set<String> one, Set<String> other) {
    var both = new HashSet<>(one);
    both.retainAll(other);
    return 2.0 * both.size() / Math.max(1, one.size() + other.size());
  }
}
