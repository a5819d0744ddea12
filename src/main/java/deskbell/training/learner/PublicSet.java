package deskbell.training.learner;

import deskbell.conversation.IntentScore;
import deskbell.training.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Examples in three parts: to train on, to choose by, and to measure on once. */
record PublicSet(
    String name, List<Example> training, List<Example> validation, List<Example> test) {
  PublicSet {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /**
   * The intents that are trained on, in order; {@code out_of_scope} only where it is among them.
   */
  List<String> intents() {
    return training.stream().map(Example::intent).distinct().sorted().toList();
  }

  /** Whether anything has to be rejected. */
  boolean rejects() {
    return intents().contains(IntentScore.OUT_OF_SCOPE);
  }

  /** What the final voters are trained on. */
  List<Example> learnt() {
    var all = new ArrayList<>(training);
    all.addAll(validation);
    return all;
  }

  /** Cross-validation: in each fold one part is the test, the next one validation. */
  static List<PublicSet> folds(String name, List<Example> examples, int count) {
    var byIntent =
        examples.stream()
            .sorted(Comparator.comparing(Example::text))
            .distinct()
            .collect(
                Collectors.groupingBy(Example::intent, LinkedHashMap::new, Collectors.toList()));
    var parts = IntStream.range(0, count).mapToObj(_ -> new ArrayList<Example>()).toList();
    int next = 0;
    for (var ofIntent : byIntent.values()) {
      for (var example : ofIntent) {
        parts.get(next++ % count).add(example);
      }
    }
    return IntStream.range(0, count).mapToObj(test -> fold(name, parts, test)).toList();
  }

  private static PublicSet fold(String name, List<ArrayList<Example>> parts, int test) {
    int validation = (test + 1) % parts.size();
    var training = new ArrayList<Example>();
    for (int i = 0; i < parts.size(); i++) {
      if (i != test && i != validation) {
        training.addAll(parts.get(i));
      }
    }
    return new PublicSet(name, training, parts.get(validation), parts.get(test));
  }
}
