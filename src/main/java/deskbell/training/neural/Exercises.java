package deskbell.training.neural;

import deskbell.neural.Part;
import deskbell.neural.Pieces;
import deskbell.neural.PlainText;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import deskbell.training.Example;
import deskbell.training.Utterances;
import deskbell.training.neural.Exercise.Choice;
import deskbell.training.neural.Exercise.Gaps;
import deskbell.training.neural.Exercise.Telling;
import deskbell.understanding.NeuralVoter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes exercises of examples, pairs and texts. Pure; any thread. */
final class Exercises {
  private final List<String> intents;
  private final Utterances utterances;

  /** For these intents; {@code today} gives relative dates their meaning. */
  Exercises(List<String> intents, LocalDate today) {
    this.intents = intents;
    utterances = new Utterances(today);
  }

  /** What the model reads of an example. */
  String text(Example example) {
    return NeuralVoter.text(utterances.of(example));
  }

  /** An exercise an example: to choose its intent. Examples of strange intents are left out. */
  List<Exercise> choices(List<Example> examples) {
    return examples.stream()
        .filter(example -> intents.contains(example.intent()))
        .<Exercise>map(
            example -> new Choice(Prompt.of(text(example)), intents.indexOf(example.intent())))
        .toList();
  }

  /**
   * An exercise an example: to copy its values, in the order of the text. Of those without any, one
   * in {@code share} is taken.
   */
  List<Exercise> slots(List<Example> examples, int share) {
    var exercises = new ArrayList<Exercise>();
    int without = 0;
    for (var example : examples) {
      var text = PlainText.of(example.text());
      var said = said(example, text);
      if (!said.isEmpty() || without++ % share == 0) {
        exercises.add(new Telling(Task.SLOTS, Prompt.of(text), said));
      }
    }
    return exercises;
  }

  private static List<Part> said(Example example, String text) {
    return example.slots().entrySet().stream()
        .filter(slot -> Pieces.mark(slot.getKey()) >= 0)
        .flatMap(
            slot ->
                slot.getValue().stream()
                    .map(value -> new Part(slot.getKey(), standing(text, PlainText.of(value)))))
        .sorted(Comparator.comparingInt(one -> text.indexOf(one.text())))
        .toList();
  }

  /** A value with the space before it, as its tokens stand in the text. */
  private static String standing(String text, String value) {
    var spaced = " " + value;
    return text.contains(spaced) ? spaced : value;
  }

  /** An exercise a pair. */
  static List<Exercise> tellings(List<Pair> pairs) {
    return pairs.stream()
        .<Exercise>map(pair -> new Telling(pair.task(), pair.prompt(), pair.answer()))
        .toList();
  }

  /** An exercise a text: to fill gaps. */
  static List<Exercise> gaps(List<String> texts) {
    return texts.stream().<Exercise>map(Gaps::new).toList();
  }
}
