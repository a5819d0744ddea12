package deskbell.training.neural;

import deskbell.neural.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The order in which exercises are done: each epoch those whose turn it is, in batches of one task
 * and of like length, shuffled. The same seed gives the same order. Immutable; any thread.
 */
final class Lessons {
  /** Batches whose exercises are sorted by length among one another. */
  private static final int SORTED_TOGETHER = 16;

  /** Exercises of one task that are done in one step. */
  record Lesson(Task task, List<Exercise> exercises) {
    Lesson {
      exercises = List.copyOf(exercises);
    }
  }

  private final Map<Task, List<Exercise>> exercises = new EnumMap<>(Task.class);
  private final int batch;
  private final int seed;

  Lessons(List<Exercise> all, int batch, int seed) {
    all.forEach(one -> exercises.computeIfAbsent(one.task(), _ -> new ArrayList<>()).add(one));
    this.batch = batch;
    this.seed = seed;
  }

  /** Steps of so many epochs, the first of which has the number 1. */
  long steps(int epochs) {
    return IntStream.rangeClosed(1, epochs).mapToLong(this::stepsOf).sum();
  }

  /** All exercises, whoever's turn it is. */
  List<Lesson> all() {
    var lessons = new ArrayList<Lesson>();
    exercises.forEach((task, some) -> lessons.addAll(lessons(task, some, new Random(seed))));
    return lessons;
  }

  private long stepsOf(int epoch) {
    return exercises.entrySet().stream()
        .mapToLong(
            entry -> Math.ceilDiv(turn(entry.getKey(), entry.getValue(), epoch).size(), batch))
        .sum();
  }

  /** The lessons of an epoch. */
  List<Lesson> epoch(int number) {
    var random = new Random(seed + 31L * number);
    var lessons = new ArrayList<Lesson>();
    exercises.forEach(
        (task, all) -> lessons.addAll(lessons(task, turn(task, all, number), random)));
    Collections.shuffle(lessons, random);
    return lessons;
  }

  /** The exercises of a task whose turn it is. */
  private static List<Exercise> turn(Task task, List<Exercise> all, int epoch) {
    int turns = turns(task);
    return IntStream.range(0, all.size())
        .filter(i -> i % turns == epoch % turns || all.size() < turns)
        .mapToObj(all::get)
        .toList();
  }

  /** Epochs over which the exercises of a task are spread: many where there are many. */
  private static int turns(Task task) {
    return switch (task) {
      case INTENT, FILL -> 1;
      case SLOTS -> 2;
      case REWRITE -> 4;
      case REPLY -> 8;
      case QUESTION -> 12;
    };
  }

  private List<Lesson> lessons(Task task, List<Exercise> all, Random random) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    var lessons = new ArrayList<Lesson>();
    for (int from = 0; from < shuffled.size(); from += batch * SORTED_TOGETHER) {
      var near = shuffled.subList(from, Math.min(shuffled.size(), from + batch * SORTED_TOGETHER));
      near.sort(Comparator.comparingInt(Exercise::length));
      for (int i = 0; i < near.size(); i += batch) {
        lessons.add(new Lesson(task, near.subList(i, Math.min(near.size(), i + batch))));
      }
    }
    return lessons;
  }
}
