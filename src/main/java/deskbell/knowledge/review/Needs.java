package deskbell.knowledge.review;

import static java.util.stream.Collectors.toCollection;

import deskbell.conversation.Language;
import deskbell.knowledge.text.Plain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Groups missed questions, so that one need is one row in both languages. Questions of one language
 * join the group that they are like on average, the most asked first. Then each group finds its
 * counterpart in the other language, the likest first: at most one, because topics are coarse and
 * would else draw everything about, say, shops into one row. Deterministic.
 */
public final class Needs {
  /**
   * The likeness from which on two questions of one language are one need. Of pairs put together by
   * these two limits, 14 of 18 belong together among forty questions about needs that the shop had
   * never foreseen, by which they were chosen, and a quarter of those that belong are found: the
   * rest share no word. Both depend on the model: choose them anew with another.
   */
  private static final double SAME = 0.3;

  /** The likeness from which on groups of two languages are one need. */
  private static final double COUNTERPART = 0.23;

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
    var groups = new EnumMap<Language, List<Group>>(Language.class);
    asked.values().stream()
        .sorted(Comparator.comparing(Collection::size, Comparator.reverseOrder()))
        .map(Group::new)
        .forEach(
            one ->
                join(
                    groups.computeIfAbsent(one.language(), _ -> new ArrayList<>()), one, likeness));
    return paired(groups, likeness).stream().map(Group::need).sorted(URGENCY).toList();
  }

  private static Impression impression(List<Read> same) {
    return same.getFirst().impression();
  }

  private static void join(List<Group> groups, Group one, Likeness likeness) {
    ToDoubleFunction<Group> alike = group -> group.average(one, likeness::within);
    groups.stream()
        .max(Comparator.comparingDouble(alike))
        .filter(group -> alike.applyAsDouble(group) >= SAME)
        .ifPresentOrElse(group -> group.add(one), () -> groups.add(one));
  }

  /** Groups of two languages that may be one need. */
  private record Pair(Group english, Group chinese, double likeness) {}

  private static List<Group> paired(Map<Language, List<Group>> groups, Likeness likeness) {
    var all = groups.values().stream().flatMap(List::stream).collect(toCollection(ArrayList::new));
    var alone = new HashSet<>(all);
    pairs(groups, likeness)
        .forEach(
            pair -> {
              if (alone.contains(pair.english()) && alone.contains(pair.chinese())) {
                alone.removeAll(List.of(pair.english(), pair.chinese()));
                all.remove(pair.chinese());
                pair.english().add(pair.chinese());
              }
            });
    return all;
  }

  private static Stream<Pair> pairs(Map<Language, List<Group>> groups, Likeness likeness) {
    return groups.getOrDefault(Language.EN, List.of()).stream()
        .flatMap(
            one ->
                groups.getOrDefault(Language.ZH, List.of()).stream()
                    .map(two -> new Pair(one, two, one.average(two, likeness::topic))))
        .filter(pair -> pair.likeness() >= COUNTERPART)
        .sorted(Comparator.comparingDouble(Pair::likeness).reversed());
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

    Language language() {
      return impression(ways.getFirst()).language();
    }

    double average(Group other, ToDoubleBiFunction<Impression, Impression> likeness) {
      return ways.stream()
          .flatMapToDouble(
              one ->
                  other.ways.stream()
                      .mapToDouble(two -> likeness.applyAsDouble(impression(one), impression(two))))
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
          ways.stream().allMatch(way -> impression(way).answered()) && people(Miss::unhelpful) == 0,
          misses().map(Miss::id).toList(),
          misses().allMatch(Miss::dismissed));
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
