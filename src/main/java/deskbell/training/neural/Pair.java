package deskbell.training.neural;

import deskbell.conversation.Invalid;
import deskbell.neural.Prompt;
import deskbell.neural.Task;

/** What a person would write on a prompt. */
public record Pair(Task task, Prompt prompt, String answer) {
  public Pair {
    if (answer.isBlank()) {
      throw new Invalid("answer", "is blank");
    }
  }
}
