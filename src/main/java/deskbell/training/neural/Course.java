package deskbell.training.neural;

import deskbell.conversation.Invalid;
import deskbell.neural.TransformerConfig;
import java.util.List;

/**
 * What a Transformer is taught.
 *
 * @param tokenizer the tokenizer's file
 * @param training exercises to learn from
 * @param validation exercises to choose by, none of which are learnt from
 */
record Course(
    TransformerConfig config,
    String tokenizer,
    List<Exercise> training,
    List<Exercise> validation) {
  Course {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    if (training.isEmpty()) {
      throw new Invalid("training", "has no exercise");
    }
    if (validation.isEmpty()) {
      throw new Invalid("validation", "has no exercise");
    }
  }

  /**
   * What tells one course from another, so that no training goes on with another's checkpoint. The
   * same in every process: of what is written in it, not of where it lies in memory.
   */
  int fingerprint() {
    int exercises =
        training.stream().mapToInt(one -> one.toString().hashCode()).reduce(1, Course::mixed);
    return mixed(mixed(config.toString().hashCode(), tokenizer.hashCode()), exercises);
  }

  private static int mixed(int before, int next) {
    return 31 * before + next;
  }
}
