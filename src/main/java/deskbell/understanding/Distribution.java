package deskbell.understanding;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Probabilities over intents, 0 to 1, that add up to 1. Immutable. */
public final class Distribution {
  private final List<String> intents;
  private final double[] probabilities;

  /** Pairs intents with their probabilities, in any order. */
  public Distribution(List<String> intents, double[] probabilities) {
    if (intents.size() != probabilities.length) {
      throw new Invalid(
          "probabilities", "are " + probabilities.length + " for " + intents.size() + " intents");
    }
    this.intents = List.copyOf(intents);
    this.probabilities = probabilities.clone();
  }

  /** The softmax of scores: larger scores are likelier, their differences count. */
  public static Distribution softmax(List<String> intents, double[] scores) {
    return new Distribution(intents, Softmax.of(scores));
  }

  /** The intents, in the order of {@link #probability(int)}. */
  public List<String> intents() {
    return intents;
  }

  /** The probability of the intent with this index. */
  public double probability(int index) {
    return probabilities[index];
  }

  /** The probability of an intent; 0 for one that is not known. */
  public double probability(String intent) {
    int index = intents.indexOf(intent);
    return index < 0 ? 0 : probabilities[index];
  }

  /** The same where one intent is known not to be meant; the same where it is the only one. */
  public Distribution without(String intent) {
    double others = 1 - probability(intent);
    if (others <= 0) {
      return this;
    }
    return new Distribution(
        intents,
        IntStream.range(0, intents.size())
            .mapToDouble(i -> intents.get(i).equals(intent) ? 0 : probabilities[i] / others)
            .toArray());
  }

  /**
   * The same where an intent is known to be at least so likely, below 1; the same where it is not
   * among these.
   */
  public Distribution atLeast(String intent, double least) {
    double now = probability(intent);
    if (!intents.contains(intent) || now >= least) {
      return this;
    }
    double rest = (1 - least) / (1 - now);
    return new Distribution(
        intents,
        IntStream.range(0, intents.size())
            .mapToDouble(i -> intents.get(i).equals(intent) ? least : probabilities[i] * rest)
            .toArray());
  }

  /** The likeliest intents, best first. */
  public List<IntentScore> ranked(int limit) {
    return IntStream.range(0, intents.size())
        .mapToObj(index -> new IntentScore(intents.get(index), probabilities[index]))
        .sorted(Comparator.comparingDouble(IntentScore::confidence).reversed())
        .limit(limit)
        .toList();
  }
}
