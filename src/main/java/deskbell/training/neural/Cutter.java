package deskbell.training.neural;

import deskbell.neural.Part;
import deskbell.neural.Pieces;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.training.neural.Exercise.Choice;
import deskbell.training.neural.Exercise.Gaps;
import deskbell.training.neural.Exercise.Telling;
import deskbell.training.neural.Subwords.LeftOut;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Makes tokens of exercises, for learning a little differently each time: other cuts, typing
 * mistakes, other gaps. Immutable; any thread.
 */
final class Cutter {
  private final Subwords subwords;
  private final TransformerSettings settings;
  private final int longestRead;
  private final int longestWritten;

  Cutter(Subwords subwords, TransformerSettings settings, int longestRead, int longestWritten) {
    this.subwords = subwords;
    this.settings = settings;
    this.longestRead = longestRead;
    this.longestWritten = longestWritten;
  }

  /** The exercise as it stands, to measure by. */
  Item plain(Exercise exercise, RandomGenerator random) {
    return item(exercise, 0, 0, random);
  }

  /** The exercise, varied. */
  Item varied(Exercise exercise, RandomGenerator random) {
    return item(exercise, settings.leftOut(), settings.noise(), random);
  }

  private Item item(Exercise exercise, double leftOut, double noise, RandomGenerator random) {
    return switch (exercise) {
      case Choice(var prompt, var intent) -> {
        var text = Typing.mistaken(prompt.text(), noise, random);
        var joins = LeftOut.share(leftOut, random);
        yield new Item(read(Prompt.of(text), joins), new int[] {intent});
      }
      case Telling(var task, var prompt, var answer) -> {
        var joins = copies(task) ? LeftOut.alike(leftOut, random) : LeftOut.NONE;
        yield new Item(read(prompt, joins), written(answer, joins));
      }
      case Gaps(var text) ->
          Corruption.of(read(Prompt.of(text), LeftOut.share(leftOut, random)), random);
    };
  }

  /** Whether most of what is written was read. */
  private static boolean copies(Task task) {
    return task == Task.SLOTS || task == Task.REWRITE;
  }

  private int[] read(Prompt prompt, LeftOut joins) {
    return prompt.tokens(text -> subwords.encode(text, joins), longestRead);
  }

  private int[] written(List<Part> answer, LeftOut joins) {
    var tokens =
        answer.stream()
            .flatMapToInt(
                said -> {
                  var text = IntStream.of(subwords.encode(said.text(), joins));
                  int slot = Pieces.mark(said.mark());
                  return slot < 0 ? text : IntStream.concat(IntStream.of(slot), text);
                })
            .toArray();
    var cut = Arrays.copyOf(tokens, Math.min(tokens.length, longestWritten - 2) + 1);
    cut[cut.length - 1] = Pieces.END;
    return cut;
  }
}
