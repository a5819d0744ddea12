package deskbell.understanding.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One way to write a date: a pattern and how its hit is read.
 *
 * @param read the day meant, given today; a {@link DateTimeException} where there is no such day
 */
record DateRule(Pattern pattern, BiFunction<MatchResult, LocalDate, LocalDate> read) {
  static DateRule of(String regex, BiFunction<MatchResult, LocalDate, LocalDate> read) {
    return new DateRule(Pattern.compile(regex, Scan.ANY_CASE), read);
  }

  /** The day as ISO 8601; empty where there is no such day. */
  Optional<String> value(MatchResult hit, LocalDate today) {
    try {
      return Optional.of(read.apply(hit, today).toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
