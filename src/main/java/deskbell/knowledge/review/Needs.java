package deskbell.knowledge.review;

import deskbell.knowledge.text.Plain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Groups missed questions, so that one need is one row in both languages: each joins the group that
 * it is likest on average, the most asked first. Deterministic.
 */
public final class Needs {
  /**
   * The likeness from which on two questions are one need. Chosen on forty needs that no article
   * foresees, asked in two ways a language, where 4 of 5 pairs in a row belong together and 2 of 5
   * that belong stand in a row; {@code NeedGroupsTest} measures it on forty others.
   */
  private static final double SAME = 0.3;

  /** The share of a group's meaning from which on an intent is clear. */
  private static final double CLEAR = 0.5;

  private static final int ARTICLES = 3;
  private static final Comparator<Need> URGENCY =
      Comparator.comparing(Need::dismissed)
          .thenComparing(Need::answered)
          .thenComparing(Need::handedOver, Comparator.reverseOrder())
          .thenComparing(Need::people, Comparator.reverseOrder())
          .thenComparing(Need::newest, Comparator.reverseOrder());

  private Needs() {}

  /** A missed question and how it is understood now. */
  public record Read(Miss miss, Impression impression) {}

  /**
   * The needs behind these questions: those that cost most people first, what is answered or put
   * away last.
   */
  public static List<Need> of(List<Read> missed) {
    var asked = new LinkedHashMap<String, List<Read>>();
    for (var read : missed) {
      var impression = read.impression();
      var key = impression.language() + " " + Plain.of(impression.shown());
      asked.computeIfAbsent(key, _ -> new ArrayList<>()).add(read);
    }
    var likeness = new Likeness(asked.values().stream().map(Needs::impression).toList());
    var groups = new ArrayList<Group>();
    asked.values().stream()
        .sorted(Comparator.comparing(Collection::size, Comparator.reverseOrder()))
        .map(Group::new)
        .forEach(one -> join(groups, one, likeness));
    return groups.stream().map(Group::need).sorted(URGENCY).toList();
  }

  private static Impression impression(List<Read> same) {
    return same.getFirst().impression();
  }

  private static void join(List<Group> groups, Group one, Likeness likeness) {
    ToDoubleFunction<Group> alike = group -> group.average(one, likeness);
    groups.stream()
        .max(Comparator.comparingDouble(alike))
        .filter(group -> alike.applyAsDouble(group) >= SAME)
        .ifPresentOrElse(group -> group.add(one), () -> groups.add(one));
  }

  /** Ways to ask for one thing; each way with everybody who asked so. */
  private static final class Group {
    private final List<List<Read>> ways = new ArrayList<>();

    Group(List<Read> same) {
      ways.add(same);
    }

    void add(Group other) {
      ways.addAll(other.ways);
    }

    double average(Group other, Likeness likeness) {
      return ways.stream()
          .flatMapToDouble(
              one ->
                  other.ways.stream()
                      .mapToDouble(two -> likeness.of(impression(one), impression(two))))
          .average()
          .orElse(0);
    }

    Need need() {
      ways.sort(Comparator.comparing(Collection::size, Comparator.reverseOrder()));
      var newest = misses().map(Miss::at);
      return new Need(
          best(Impression::intents, CLEAR * ways.size()).stream().findFirst(),
          best(Impression::articles, 0).stream().limit(ARTICLES).toList(),
          ways.stream().map(Group::phrasing).toList(),
          people(_ -> true),
          people(Miss::handedOver),
          people(Miss::unhelpful),
          newest.max(Comparator.naturalOrder()).orElseThrow(),
          ways.stream().allMatch(Group::answered),
          misses().map(Miss::id).toList(),
          misses().allMatch(Miss::dismissed));
    }

    /** An article answers it by now, and another one than what was no help. */
    private static boolean answered(List<Read> way) {
      var now = impression(way);
      return now.answered()
          && way.stream()
              .map(Read::miss)
              .filter(Miss::unhelpful)
              .allMatch(miss -> miss.told().filter(told -> !now.nearest(told)).isPresent());
    }

    private Stream<Miss> misses() {
      return ways.stream().flatMap(List::stream).map(Read::miss);
    }

    private static Need.Phrasing phrasing(List<Read> way) {
      var impression = impression(way);
      return new Need.Phrasing(impression.shown(), impression.language(), way.size());
    }

    private int people(Predicate<Miss> which) {
      return (int) misses().filter(which).map(Miss::asker).distinct().count();
    }

    /** Names by their sum over the ways, at least so much, best first. */
    private List<String> best(Function<Impression, Map<String, Double>> names, double least) {
      var sums = new HashMap<String, Double>();
      for (var way : ways) {
        names.apply(impression(way)).forEach((name, one) -> sums.merge(name, one, Double::sum));
      }
      return sums.entrySet().stream()
          .filter(sum -> sum.getValue() >= least)
          .sorted(
              Map.Entry.<String, Double>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
