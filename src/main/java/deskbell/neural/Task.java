package deskbell.neural;

import java.util.Locale;

/** What the model is asked to do with what it has read; the first token that is written says it. */
public enum Task {
  /** One step: what the text wants. */
  INTENT(0),
  /** Copies the values in the text, each after the token of its slot. */
  SLOTS(1),
  /** Says what is to be changed in a follow-up, so that it stands alone. */
  REWRITE(2),
  /** Answers from facts, with placeholders for values. */
  REPLY(3),
  /** Asks the question that an article answers; how likely a question is ranks the article. */
  QUESTION(4),
  /** Fills gaps: what is learnt before anything else. */
  FILL(5);

  private final int number;

  Task(int number) {
    this.number = number;
  }

  /** Its place among the tokens of tasks, which files rely on. */
  int number() {
    return number;
  }

  /** The token by which it is named. */
  public String token() {
    return "<task:" + name().toLowerCase(Locale.ROOT) + ">";
  }
}
