package deskbell.training;

import deskbell.conversation.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether sets of examples are fit to learn and to measure by: no skeleton fills a set, and none
 * stands, exactly or nearly, in a set that is learnt from and in one that is measured on. Also
 * counts examples by intent.
 */
public final class CorpusCheck {
  /** The share of a set and language that one skeleton may have. */
  public static final double MOST_OF_A_SET = 0.01;

  private final Skeletons skeletons = new Skeletons();

  /** What is wrong, one line each; empty where nothing is. Takes seconds. */
  public List<String> problems(CorpusSplit corpus, List<Example> heldOut) {
    var problems = new ArrayList<String>();
    problems.addAll(tooFrequent("training", corpus.training()));
    problems.addAll(tooFrequent("validation", corpus.validation()));
    problems.addAll(tooFrequent("held out", heldOut));
    problems.addAll(shared("validation", corpus.validation(), heldOut));
    var measured = Stream.concat(corpus.validation().stream(), heldOut.stream()).toList();
    problems.addAll(shared("training", corpus.training(), measured));
    return problems;
  }

  private List<String> tooFrequent(String name, List<Example> examples) {
    var problems = new ArrayList<String>();
    for (var language : Language.values()) {
      var ofLanguage = examples.stream().filter(one -> one.language() == language).toList();
      var counts = new TreeMap<String, Integer>();
      ofLanguage.forEach(one -> counts.merge(skeletons.of(one), 1, Integer::sum));
      counts.forEach(
          (skeleton, count) -> {
            if (count > 1 && count > MOST_OF_A_SET * ofLanguage.size()) {
              problems.add(
                  String.format(
                      Locale.ROOT,
                      "%s %s: \"%s\" stands in %d of %d examples; at most %.0f %%",
                      language.code(),
                      name,
                      skeleton,
                      count,
                      ofLanguage.size(),
                      100 * MOST_OF_A_SET));
            }
          });
    }
    return problems;
  }

  private static List<String> shared(String name, List<Example> set, List<Example> others) {
    var index = new LikenessIndex(others);
    var problems = new ArrayList<String>();
    for (var example : set) {
      index
          .twin(example)
          .ifPresent(
              twin ->
                  problems.add(
                      "%s %s: \"%s\" (%s) is measured on as \"%s\" (%s); leave it out"
                          .formatted(
                              example.language().code(),
                              name,
                              example.text(),
                              example.intent(),
                              twin.text(),
                              twin.intent())));
    }
    return problems;
  }

  /** Examples of each language by intent, the rarest first. */
  public static List<String> balance(CorpusSplit corpus) {
    var lines = new ArrayList<String>();
    for (var language : Language.values()) {
      var counts = new HashMap<String, Integer>();
      corpus.training().stream()
          .filter(one -> one.language() == language)
          .forEach(one -> counts.merge(one.intent(), 1, Integer::sum));
      counts.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
          .forEach(one -> lines.add(language.code() + " " + one.getKey() + " " + one.getValue()));
    }
    return lines;
  }
}
