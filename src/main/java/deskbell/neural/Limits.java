package deskbell.neural;

import deskbell.conversation.Invalid;

/**
 * How far a text is written.
 *
 * @param shortest tokens before the end, where the text allows it
 * @param longest tokens
 * @param beam how many beginnings are followed at once; 1 takes the likeliest token each time
 * @param repeated tokens in a row that may not come twice; 0 allows everything
 */
public record Limits(int shortest, int longest, int beam, int repeated) {
  /** For rewriting and replies. */
  public static final Limits DEFAULTS = new Limits(1, 64, 1, 4);

  private static final int WIDEST = 16;

  public Limits {
    if (longest < 1) {
      throw new Invalid("longest", "is " + longest + "; must be at least 1");
    }
    if (shortest < 0 || shortest > longest) {
      throw new Invalid("shortest", "is " + shortest + "; 0 to " + longest);
    }
    if (beam < 1 || beam > WIDEST) {
      throw new Invalid("beam", "is " + beam + "; 1 to " + WIDEST);
    }
    if (repeated < 0) {
      throw new Invalid("repeated", "is " + repeated + "; must not be below 0");
    }
  }
}
