package deskbell.dialog.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A rule for a slot's values.
 *
 * @param says what a shopper is told whose answer breaks it
 */
public record Rule(Test test, Phrase says) {
  /** What is looked at. */
  public sealed interface Test {
    /** True where the value keeps the rule on this day. */
    default boolean holds(String value, LocalDate today) {
      return switch (this) {
        case Matches(var pattern) -> pattern.matcher(value).find();
        case Within(var bounds) -> bounds.stream().noneMatch(bound -> bound.crossed(value, today));
      };
    }
  }

  /** The pattern must be found in the value. */
  public record Matches(Pattern pattern) implements Test {}

  /** The value may cross none of these bounds; one that cannot be compared is not crossed. */
  public record Within(List<Bound> bounds) implements Test {
    public Within {
      bounds = List.copyOf(bounds);
    }
  }
}
