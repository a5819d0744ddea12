package deskbell.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Examples to train on and examples to choose by, with nothing in both.
 *
 * @param leaked examples left out of training because they stand, exactly or nearly, in a set that
 *     is measured on
 * @param doubled examples left out because they stand in training already
 */
public record CorpusSplit(
    List<Example> training, List<Example> validation, int leaked, int doubled) {
  /** The part of each intent that is cut off for validation where none is given. */
  public static final double VALIDATION_SHARE = 0.1;

  private static final long SEED = 20_261_122;

  public CorpusSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * Training without doubles and without what stands, exactly or nearly, in validation or in the
   * sets held out.
   */
  public static CorpusSplit of(
      List<Example> examples, List<Example> validation, List<Example> heldOut) {
    var measured = Stream.concat(validation.stream(), heldOut.stream()).toList();
    return clean(examples, validation, measured);
  }

  /**
   * Training without what is held out, every tenth example of each intent cut off for validation,
   * the same each time.
   */
  public static CorpusSplit cut(List<Example> examples, List<Example> heldOut) {
    var whole = clean(examples, List.of(), heldOut);
    var training = new ArrayList<Example>();
    var validation = new ArrayList<Example>();
    for (var ofIntent : byIntent(whole.training).values()) {
      var shuffled = new ArrayList<>(ofIntent);
      Collections.shuffle(shuffled, new Random(SEED));
      var cut = (int) Math.ceil(shuffled.size() * VALIDATION_SHARE);
      validation.addAll(shuffled.subList(0, cut));
      training.addAll(shuffled.subList(cut, shuffled.size()));
    }
    return new CorpusSplit(training, validation, whole.leaked, whole.doubled);
  }

  /** How many examples each intent has, rarest first. */
  public Map<String, Integer> balance() {
    return byIntent(training).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(Collection::size)))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().size(),
                (a, _) -> a,
                LinkedHashMap::new));
  }

  private static CorpusSplit clean(
      List<Example> examples, List<Example> validation, List<Example> measured) {
    var same = measured.stream().map(Example::fingerprint).collect(Collectors.toSet());
    var alike = new LikenessIndex(measured);
    var kept = new LinkedHashMap<String, Example>();
    var leaked = 0;
    for (var example : examples) {
      if (same.contains(example.fingerprint()) || alike.twin(example).isPresent()) {
        leaked++;
      } else {
        kept.putIfAbsent(example.fingerprint(), example);
      }
    }
    var doubled = examples.size() - leaked - kept.size();
    return new CorpusSplit(List.copyOf(kept.values()), validation, leaked, doubled);
  }

  private static Map<String, List<Example>> byIntent(List<Example> examples) {
    return examples.stream()
        .collect(Collectors.groupingBy(Example::intent, LinkedHashMap::new, Collectors.toList()));
  }
}
