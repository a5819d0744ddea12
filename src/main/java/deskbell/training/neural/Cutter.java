package deskbell.training.neural;

import deskbell.neural.Part;
import deskbell.neural.Pieces;
import deskbell.neural.Prompt;
import deskbell.training.neural.Exercise.Choice;
import deskbell.training.neural.Exercise.Gaps;
import deskbell.training.neural.Exercise.Telling;
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
        yield new Item(read(Prompt.of(text), leftOut, random), new int[] {intent});
      }
      case Telling(_, var prompt, var answer) ->
          new Item(read(prompt, 0, random), written(answer, random));
      case Gaps(var text) -> Corruption.of(read(Prompt.of(text), leftOut, random), random);
    };
  }

  private int[] read(Prompt prompt, double leftOut, RandomGenerator random) {
    return prompt.tokens(text -> subwords.encode(text, leftOut, random), longestRead);
  }

  private int[] written(List<Part> answer, RandomGenerator random) {
    var tokens =
        answer.stream()
            .flatMapToInt(
                said -> {
                  var text = IntStream.of(subwords.encode(said.text(), 0, random));
                  int slot = Pieces.mark(said.mark());
                  return slot < 0 ? text : IntStream.concat(IntStream.of(slot), text);
                })
            .toArray();
    var cut = Arrays.copyOf(tokens, Math.min(tokens.length, longestWritten - 2) + 1);
    cut[cut.length - 1] = Pieces.END;
    return cut;
  }
}
