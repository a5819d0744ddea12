package deskbell.training.neural;

import deskbell.neural.Part;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import java.util.List;

/** Something to learn from: what is read and what is to be written. */
sealed interface Exercise {
  /** The task it belongs to. */
  Task task();

  /** About how long what is read is, in tokens: exercises of like length are done together. */
  default int length() {
    return switch (this) {
      case Choice(var prompt, _) -> Spans.of(prompt);
      case Telling(_, var prompt, _) -> Spans.of(prompt);
      case Gaps(var text) -> Spans.of(text);
    };
  }

  /** A text and the index of the intent that it has. */
  record Choice(Prompt prompt, int intent) implements Exercise {
    @Override
    public Task task() {
      return Task.INTENT;
    }
  }

  /** Something read, and the answer to be written; no part where it ends at once. */
  record Telling(Task task, Prompt prompt, List<Part> answer) implements Exercise {
    public Telling {
      answer = List.copyOf(answer);
    }
  }

  /** A text in which gaps are to be filled. */
  record Gaps(String text) implements Exercise {
    @Override
    public Task task() {
      return Task.FILL;
    }
  }
}
