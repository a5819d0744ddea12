package deskbell.knowledge.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Tells how like two questions are: by the concepts that both name, in whatever language, rare ones
 * counting more; within a language a little also by the words and characters that both have, for
 * what no concept is known of. What the bot takes questions for has no say: of what nobody foresaw
 * that is a guess.
 */
final class Likeness {
  private static final double WORDS = 0.25;

  private final Map<Impression, Weighed> words;
  private final Map<Impression, Weighed> concepts;

  /** Learns from all questions that are to be compared which words and concepts are rare. */
  Likeness(Collection<Impression> all) {
    words = weighed(all, Impression::terms);
    concepts = weighed(all, Impression::concepts);
  }

  /** The likeness of two of these questions, 0 to 1.25; of two languages at most 1. */
  double of(Impression one, Impression other) {
    double alike = concepts.get(one).cosine(concepts.get(other));
    return one.language() == other.language()
        ? alike + WORDS * words.get(one).cosine(words.get(other))
        : alike;
  }

  /** What each question has, the more weighty, the fewer have it. */
  private static <T> Map<Impression, Weighed> weighed(
      Collection<Impression> all, Function<Impression, Set<T>> things) {
    var numbers = new HashMap<T, Integer>();
    var counts = new HashMap<Integer, Integer>();
    for (var one : all) {
      for (var thing : things.apply(one)) {
        int number = numbers.computeIfAbsent(thing, _ -> numbers.size());
        counts.merge(number, 1, Integer::sum);
      }
    }
    var weighed = new IdentityHashMap<Impression, Weighed>();
    for (var one : all) {
      var own = things.apply(one).stream().mapToInt(numbers::get).sorted().toArray();
      weighed.put(
          one,
          new Weighed(
              own,
              IntStream.of(own)
                  .mapToDouble(
                      it -> Math.pow(Math.log(1 + (double) all.size() / counts.get(it)), 2))
                  .toArray()));
    }
    return weighed;
  }

  /** Numbered things in rising order, and the square of each one's weight. */
  private static final class Weighed {
    private final int[] things;
    private final double[] squares;
    private final double length;

    Weighed(int[] things, double[] squares) {
      this.things = things;
      this.squares = squares;
      length = Math.sqrt(DoubleStream.of(squares).sum());
    }

    /** How much of both is common to both, 0 to 1. */
    double cosine(Weighed other) {
      double common = 0;
      int theirs = 0;
      for (int i = 0; i < things.length; i++) {
        while (theirs < other.things.length && other.things[theirs] < things[i]) {
          theirs++;
        }
        if (theirs < other.things.length && other.things[theirs] == things[i]) {
          common += squares[i];
        }
      }
      return common == 0 ? 0 : common / (length * other.length);
    }
  }
}
