package deskbell.neural;

import deskbell.conversation.Invalid;

/**
 * How far a text is written.
 *
 * @param shortest tokens before the end, where the text allows it
 * @param longest tokens
 * @param beam how many beginnings are followed at once; 1 takes the likeliest token each time
 * @param repeated tokens in a row that may not come twice; 0 allows everything
 * @param hopeless the logarithm of a probability; a draft that is less likely is given up
 */
public record Limits(int shortest, int longest, int beam, int repeated, double hopeless) {
  private static final int WIDEST = 16;

  /** Limits within which no draft is given up. */
  public Limits(int shortest, int longest, int beam, int repeated) {
    this(shortest, longest, beam, repeated, Double.NEGATIVE_INFINITY);
  }

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
    if (Double.isNaN(hopeless) || hopeless > 0) {
      throw new Invalid("hopeless", "is " + hopeless + "; 0 or below");
    }
  }

  /** The same, but what is less likely than this logarithm says is given up. */
  public Limits givingUpBelow(double likelihood) {
    return new Limits(shortest, longest, beam, repeated, likelihood);
  }
}
