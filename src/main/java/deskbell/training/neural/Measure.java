package deskbell.training.neural;

import ai.djl.ndarray.NDManager;
import deskbell.neural.Task;
import deskbell.neural.Transformer;
import deskbell.training.neural.Lessons.Lesson;
import java.util.List;
import java.util.Random;

/** How good a Transformer is at exercises that it has not learnt from. One thread. */
final class Measure {
  private static final int BATCH = 64;

  private final List<Lesson> lessons;
  private final Cutter cutter;
  private final int seed;

  Measure(List<Exercise> exercises, Cutter cutter, int seed) {
    this.lessons = new Lessons(exercises, BATCH, seed).all();
    this.cutter = cutter;
    this.seed = seed;
  }

  /**
   * The mean loss an exercise: of intents, where there are any. What is written at length is soon
   * learnt by heart and its loss grows, while the choice of intents still gets better.
   */
  double loss(NDManager scope, Transformer transformer) {
    var losses = new Losses(transformer, 0);
    double sum = 0;
    int count = 0;
    var random = new Random(seed);
    var choices = lessons.stream().filter(lesson -> lesson.task() == Task.INTENT).toList();
    for (var lesson : choices.isEmpty() ? lessons : choices) {
      try (var inner = scope.newSubManager()) {
        var items = items(lesson, random);
        sum +=
            losses.of(inner, lesson.task(), items, Losses.counted(lesson.task(), items)).getFloat()
                * items.size();
        count += items.size();
      }
    }
    return sum / count;
  }

  /** The share of intents that are found; 0 where there are none. */
  double accuracy(NDManager scope, Transformer transformer) {
    var losses = new Losses(transformer, 0);
    int right = 0;
    int count = 0;
    var random = new Random(seed);
    for (var lesson : lessons) {
      if (lesson.task() == Task.INTENT) {
        try (var inner = scope.newSubManager()) {
          var items = items(lesson, random);
          var best = losses.intents(inner, items).argMax(1).toLongArray();
          for (int i = 0; i < best.length; i++) {
            right += best[i] == items.get(i).written()[0] ? 1 : 0;
          }
          count += items.size();
        }
      }
    }
    return count == 0 ? 0 : (double) right / count;
  }

  private List<Item> items(Lesson lesson, Random random) {
    return lesson.exercises().stream().map(one -> cutter.plain(one, random)).toList();
  }
}
