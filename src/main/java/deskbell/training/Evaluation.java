package deskbell.training;

import deskbell.conversation.IntentScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How well intents are understood.
 *
 * @param accuracy share of all examples whose intent was found, {@code out_of_scope} among them
 * @param inScopeAccuracy the same over examples in scope alone; a rejected one counts as wrong
 * @param macroF1 mean F1 over the intents
 * @param outOfScopeRecall share of what is out of scope that was rejected; 0 where there is none
 * @param outOfScopePrecision share of what was rejected that is out of scope; 0 where none was
 * @param calibrationError expected calibration error over {@value #BINS} bins of equal width (Guo
 *     2017, section 2)
 * @param confusions most frequent first
 */
public record Evaluation(
    int examples,
    double accuracy,
    double inScopeAccuracy,
    double macroF1,
    double outOfScopeRecall,
    double outOfScopePrecision,
    double calibrationError,
    List<Confusion> confusions) {
  /** Bins of the calibration error. */
  public static final int BINS = 15;

  private static final int MOST_CONFUSIONS = 20;

  /** So many examples of one intent taken for another. */
  public record Confusion(String actual, String predicted, int count) {}

  private record Case(String actual, IntentScore predicted) {
    boolean right() {
      return actual.equals(predicted.intent());
    }

    boolean inScope() {
      return !actual.equals(IntentScore.OUT_OF_SCOPE);
    }

    boolean rejected() {
      return predicted.intent().equals(IntentScore.OUT_OF_SCOPE);
    }
  }

  public Evaluation {
    confusions = List.copyOf(confusions);
  }

  /** Asks for every example's likeliest intent and counts. */
  public static Evaluation of(List<Example> examples, Function<Example, IntentScore> predictor) {
    var cases =
        examples.stream()
            .map(example -> new Case(example.intent(), predictor.apply(example)))
            .toList();
    var inScope = cases.stream().filter(Case::inScope).toList();
    var outside = cases.stream().filter(one -> !one.inScope()).toList();
    var rejected = cases.stream().filter(Case::rejected).toList();
    return new Evaluation(
        cases.size(),
        rightShare(cases),
        rightShare(inScope),
        macroF1(cases),
        rightShare(outside),
        rightShare(rejected),
        calibrationError(cases),
        confusions(cases));
  }

  private static double rightShare(List<Case> cases) {
    return cases.stream().mapToInt(one -> one.right() ? 1 : 0).average().orElse(0);
  }

  private static double macroF1(List<Case> cases) {
    var intents = new TreeSet<String>();
    cases.forEach(one -> intents.add(one.actual()));
    return intents.stream().mapToDouble(intent -> f1(intent, cases)).average().orElse(0);
  }

  private static double f1(String intent, List<Case> cases) {
    var hits = 0;
    var actual = 0;
    var predicted = 0;
    for (var one : cases) {
      var is = one.actual().equals(intent);
      var said = one.predicted().intent().equals(intent);
      hits += is && said ? 1 : 0;
      actual += is ? 1 : 0;
      predicted += said ? 1 : 0;
    }
    return hits == 0 ? 0 : 2.0 * hits / (actual + predicted);
  }

  private static double calibrationError(List<Case> cases) {
    var bins = new ArrayList<List<Case>>();
    for (var i = 0; i < BINS; i++) {
      bins.add(new ArrayList<>());
    }
    cases.forEach(one -> bins.get(bin(one.predicted().confidence())).add(one));
    return bins.stream()
        .filter(bin -> !bin.isEmpty())
        .mapToDouble(bin -> (double) bin.size() / cases.size() * gap(bin))
        .sum();
  }

  private static int bin(double confidence) {
    return Math.min(BINS - 1, (int) (confidence * BINS));
  }

  private static double gap(List<Case> bin) {
    var confidence =
        bin.stream().mapToDouble(one -> one.predicted().confidence()).average().orElse(0);
    return Math.abs(rightShare(bin) - confidence);
  }

  private static List<Confusion> confusions(List<Case> cases) {
    var counts = new HashMap<Map.Entry<String, String>, Integer>();
    cases.stream()
        .filter(one -> !one.right())
        .forEach(
            one ->
                counts.merge(Map.entry(one.actual(), one.predicted().intent()), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            entry ->
                new Confusion(entry.getKey().getKey(), entry.getKey().getValue(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(Confusion::count)
                .reversed()
                .thenComparing(Confusion::actual)
                .thenComparing(Confusion::predicted))
        .limit(MOST_CONFUSIONS)
        .toList();
  }
}
