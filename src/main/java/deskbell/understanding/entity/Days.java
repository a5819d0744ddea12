package deskbell.understanding.entity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** What days without a year, month or week mean, seen from today. */
final class Days {
  private Days() {}

  /** The day of this month and day that is nearest to today, the coming one of two. */
  static LocalDate nearest(int month, int day, LocalDate today) {
    return nearest(
        Stream.of(0, 1, -1, 2, 3, 4),
        offset -> YearMonth.of(today.getYear() + offset, month),
        day,
        today);
  }

  /** The day of a month that is nearest to today, the coming one of two. */
  static LocalDate nearest(int day, LocalDate today) {
    return nearest(
        Stream.of(0, 1, -1, 2), offset -> YearMonth.from(today).plusMonths(offset), day, today);
  }

  private static LocalDate nearest(
      Stream<Integer> offsets, Function<Integer, YearMonth> month, int day, LocalDate today) {
    return offsets
        .map(month)
        .filter(candidate -> candidate.isValidDay(day))
        .map(candidate -> candidate.atDay(day))
        .min(
            Comparator.comparingLong(
                    (LocalDate date) -> Math.abs(ChronoUnit.DAYS.between(today, date)))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow(() -> new DateTimeException("no day " + day));
  }

  /** A day of the week that begins on the Monday so many weeks from this week's. */
  static LocalDate inWeek(int weeks, DayOfWeek day, LocalDate today) {
    return today
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusWeeks(weeks)
        .with(TemporalAdjusters.nextOrSame(day));
  }

  /** The coming day of this name, today included. */
  static LocalDate coming(DayOfWeek day, LocalDate today) {
    return today.with(TemporalAdjusters.nextOrSame(day));
  }

  /** The past day of this name, today excluded. */
  static LocalDate past(DayOfWeek day, LocalDate today) {
    return today.with(TemporalAdjusters.previous(day));
  }

  /** A year of two or four digits. */
  static int year(String digits) {
    int year = Integer.parseInt(digits);
    return year < 100 ? 2000 + year : year;
  }
}
