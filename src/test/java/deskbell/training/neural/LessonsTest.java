package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Part;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.training.neural.Exercise.Choice;
import deskbell.training.neural.Exercise.Telling;
import deskbell.training.neural.Lessons.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LessonsTest {
  private static List<Exercise> exercises() {
    var exercises = new ArrayList<Exercise>();
    for (int i = 0; i < 100; i++) {
      exercises.add(new Choice(Prompt.of("x".repeat(1 + i * 7 % 50)), i));
      exercises.add(
          new Telling(Task.REPLY, Prompt.of("text " + i), List.of(new Part("", "answer"))));
    }
    return exercises;
  }

  private final Lessons lessons = new Lessons(exercises(), 8, 5);

  @Test
  void each_epoch_has_every_intent_once_and_each_reply_has_its_turn_within_eight() {
    var intents = ofTask(lessons.epoch(1), Task.INTENT);
    assertThat(intents).hasSize(100).doesNotHaveDuplicates();

    var replies =
        IntStream.rangeClosed(1, 8)
            .mapToObj(epoch -> ofTask(lessons.epoch(epoch), Task.REPLY))
            .flatMap(List::stream)
            .toList();
    assertThat(replies).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void steps_are_counted_before_they_are_taken() {
    var steps = IntStream.rangeClosed(1, 8).map(epoch -> lessons.epoch(epoch).size()).sum();
    assertThat(lessons.steps(8)).isEqualTo(steps);
  }

  @Test
  void the_same_epoch_is_the_same_and_another_is_in_another_order() {
    assertThat(lessons.epoch(2)).isEqualTo(lessons.epoch(2));
    assertThat(lessons.epoch(1)).isNotEqualTo(lessons.epoch(4));
  }

  @Test
  void a_batch_has_one_task() {
    assertThat(lessons.epoch(1))
        .allSatisfy(
            lesson -> assertThat(lesson.exercises()).allMatch(one -> one.task() == lesson.task()));
  }

  private static List<Exercise> ofTask(List<Lesson> lessons, Task task) {
    return lessons.stream()
        .filter(lesson -> lesson.task() == task)
        .flatMap(lesson -> lesson.exercises().stream())
        .toList();
  }
}
