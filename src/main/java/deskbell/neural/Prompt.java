package deskbell.neural;

import deskbell.conversation.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What the model reads: a text, the turns before it and facts to answer from. What matters most
 * comes first, so that cutting a long one loses the least.
 *
 * @param history earlier turns, oldest first
 */
public record Prompt(String text, List<String> history, List<String> facts) {
  public Prompt {
    if (text.isBlank()) {
      throw new Invalid("text", "is blank");
    }
    history = List.copyOf(history);
    facts = List.copyOf(facts);
  }

  /** A text alone. */
  public static Prompt of(String text) {
    return new Prompt(text, List.of(), List.of());
  }

  /** Its tokens: the text, the turns newest first, the facts; at most so many. */
  public int[] tokens(Function<String, int[]> cutter, int most) {
    int[] tokens = cutter.apply(text);
    for (var turn : history.reversed()) {
      tokens = joined(tokens, Pieces.TURN, cutter.apply(turn));
    }
    for (var fact : facts) {
      tokens = joined(tokens, Pieces.FACT, cutter.apply(fact));
    }
    return tokens.length > most ? Arrays.copyOf(tokens, most) : tokens;
  }

  private static int[] joined(int[] before, int mark, int[] after) {
    var joined = Arrays.copyOf(before, before.length + 1 + after.length);
    joined[before.length] = mark;
    System.arraycopy(after, 0, joined, before.length + 1, after.length);
    return joined;
  }
}
