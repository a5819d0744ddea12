package deskbell.understanding.entity;

import deskbell.conversation.Entity;
import deskbell.conversation.Language;
import deskbell.understanding.Catalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds every entity of a text. Where two overlap, the kind that stands first below wins, and
 * within one kind the longer, then the earlier: what has a form of its own (an address, an order
 * number) is surer than what is a number with a word beside it. Any thread.
 */
public final class EntityFinder {
  /** Characters that are searched; entities beyond are not found. */
  public static final int MAX_CHARACTERS = 4_000;

  private static final Comparator<Match> WITHIN_A_KIND =
      Comparator.comparingInt((Match match) -> match.start() - match.end())
          .thenComparingInt(Match::start);

  private final List<Finder> byPriority;

  /** Finds products of this catalogue, beside everything that needs none. */
  public EntityFinder(Catalogue catalogue) {
    byPriority =
        List.of(
            new Emails(),
            new OrderNumbers(),
            new TrackingNumbers(),
            new PhoneTails(),
            new Phones(),
            new Products(catalogue),
            new Money(),
            new Dates(),
            new Sizes(),
            new Quantities());
  }

  /** The entities, in the order of the text, without overlaps. */
  public List<Entity> find(String text, Language language, LocalDate today) {
    var normal = NormalText.of(limited(text));
    var reading = Reading.of(normal.text(), language, today);
    var kept = new ArrayList<Match>();
    for (var finder : byPriority) {
      var found = finder.find(reading, List.copyOf(kept));
      if (!found.isEmpty()) {
        found.stream()
            .sorted(WITHIN_A_KIND)
            .filter(match -> kept.stream().noneMatch(match::overlaps))
            .forEach(kept::add);
      }
    }
    return kept.stream()
        .sorted(Comparator.comparingInt(Match::start))
        .map(match -> original(match, normal))
        .toList();
  }

  private static String limited(String text) {
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
  }

  private static Entity original(Match match, NormalText normal) {
    return new Entity(
        match.type(),
        match.value(),
        normal.originalStart(match.start()),
        normal.originalEnd(match.end()));
  }
}
