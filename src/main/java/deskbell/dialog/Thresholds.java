package deskbell.dialog;

import deskbell.conversation.Invalid;

/**
 * How sure an open flow must be of an intent before it counts; {@code bench thresholds} compares
 * other values with these.
 *
 * @param interrupts from here on another flow's intent interrupts a message that doesn't answer the
 *     question
 * @param interruptsAnAnswer from here on it interrupts even one that does
 * @param answers from here on an intent answers where words don't
 */
public record Thresholds(double interrupts, double interruptsAnAnswer, double answers) {
  /** The values in use. */
  public static final Thresholds DEFAULTS = new Thresholds(0.5, 0.8, 0.6);

  public Thresholds {
    share("interrupts", interrupts);
    share("interruptsAnAnswer", interruptsAnAnswer);
    share("answers", answers);
    if (interrupts > interruptsAnAnswer) {
      throw new Invalid(
          "interrupts", "is " + interrupts + "; at most interruptsAnAnswer, " + interruptsAnAnswer);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new Invalid(name, "is " + value + "; from 0 to 1");
    }
  }

  /** These with another first one. */
  public Thresholds interrupting(double other) {
    return new Thresholds(other, interruptsAnAnswer, answers);
  }

  /** These with another second one. */
  public Thresholds interruptingAnAnswer(double other) {
    return new Thresholds(interrupts, other, answers);
  }

  /** These with another third one. */
  public Thresholds answering(double other) {
    return new Thresholds(interrupts, interruptsAnAnswer, other);
  }
}
