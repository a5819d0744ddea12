package deskbell.training.neural;

import java.util.random.RandomGenerator;

/** Typing mistakes: letters swapped, left out, doubled. Pure. */
final class Typing {
  private static final int SHORTEST = 4;

  private Typing() {}

  /** The text with a mistake in about this share of its longer words. */
  static String mistaken(String text, double share, RandomGenerator random) {
    if (share == 0) {
      return text;
    }
    var typed = new StringBuilder();
    for (var word : Words.of(text)) {
      typed.append(random.nextDouble() < share ? mistaken(word, random) : word);
    }
    return typed.toString();
  }

  private static String mistaken(String word, RandomGenerator random) {
    if (word.length() < SHORTEST || word.startsWith("{")) {
      return word;
    }
    int at = 1 + random.nextInt(word.length() - 2);
    var letters = new StringBuilder(word);
    return switch (random.nextInt(3)) {
      case 0 -> letters.deleteCharAt(at).toString();
      case 1 -> letters.insert(at, word.charAt(at)).toString();
      case 2 -> letters.deleteCharAt(at).insert(at + 1, word.charAt(at)).toString();
      default -> throw new IllegalStateException("three mistakes are known");
    };
  }
}
