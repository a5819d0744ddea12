package deskbell.training.neural;

import deskbell.conversation.Invalid;
import deskbell.neural.Part;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import java.util.List;

/**
 * What a person would write on a prompt.
 *
 * @param answer its parts; none where nothing is to be written
 */
public record Pair(Task task, Prompt prompt, List<Part> answer) {
  public Pair {
    answer = List.copyOf(answer);
  }

  /** An answer in plain text. */
  static Pair plain(Task task, Prompt prompt, String answer) {
    if (answer.isBlank()) {
      throw new Invalid("answer", "is blank");
    }
    return new Pair(task, prompt, List.of(Part.plain(answer)));
  }
}
