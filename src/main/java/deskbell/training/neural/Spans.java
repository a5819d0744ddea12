package deskbell.training.neural;

import deskbell.neural.Prompt;
import java.util.stream.Stream;

/**
 * About how many tokens a text has, without cutting it: a token stands for three letters or for one
 * ideograph. Pure.
 */
final class Spans {
  /** The first of the marks and ideographs of East Asia. */
  private static final int EAST = 0x2E80;

  private static final int LETTERS = 3;

  private Spans() {}

  static int of(Prompt prompt) {
    return Stream.of(Stream.of(prompt.text()), prompt.history().stream(), prompt.facts().stream())
        .flatMap(parts -> parts)
        .mapToInt(part -> 1 + of(part))
        .sum();
  }

  static int of(String text) {
    long eastern = text.chars().filter(letter -> letter >= EAST).count();
    return (int) (eastern + (text.length() - eastern) / LETTERS);
  }
}
