package deskbell.training.neural;

import deskbell.conversation.Invalid;
import deskbell.neural.Prompt;
import deskbell.neural.Task;

/** What a person would write on a prompt. */
record Pair(Task task, Prompt prompt, String answer) {
  Pair {
    if (answer.isBlank()) {
      throw new Invalid("answer", "is blank");
    }
  }
}
