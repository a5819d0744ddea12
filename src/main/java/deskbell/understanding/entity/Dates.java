package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/** Dates, named and relative, of both languages; the value is ISO 8601. */
final class Dates implements Finder {
  private static final String NOT_A_FRACTION = "(?!/|\\d|\\.\\d|\\s?(?:price|off|hours?)\\b)";
  private static final List<DateRule> YEAR_FIRST =
      List.of(
          DateRule.of(
              Scan.LEFT + "(?<year>20\\d\\d)[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)",
              (hit, today) -> LocalDate.of(year(hit), number(hit, "month"), number(hit, "day"))));

  private static final List<DateRule> ENGLISH_SLASHES = slashes("day", "month");
  private static final List<DateRule> CHINESE_SLASHES = slashes("month", "day");

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    var found = new ArrayList<Match>();
    if (reading.latin()) {
      apply(EnglishDates.RULES, reading, found);
    }
    if (reading.han()) {
      apply(ChineseDates.RULES, reading, found);
    }
    if (reading.digits() > 0) {
      apply(YEAR_FIRST, reading, found);
      apply(reading.language() == Language.ZH ? CHINESE_SLASHES : ENGLISH_SLASHES, reading, found);
    }
    return found;
  }

  private static void apply(List<DateRule> rules, Reading reading, List<Match> found) {
    for (var rule : rules) {
      found.addAll(
          Scan.all(
              rule.pattern(),
              reading.text(),
              EntityType.DATE,
              hit -> rule.value(hit, reading.today())));
    }
  }

  /** 24/11 and 24/11/2026, or 11/24 in Chinese; where the month cannot be, the other way round. */
  private static List<DateRule> slashes(String first, String second) {
    var numbers = "(?<" + first + ">\\d{1,2})%s(?<" + second + ">\\d{1,2})";
    var left = "(?<![A-Za-z0-9./])(?!24/7)";
    return List.of(
        DateRule.of(left + numbers.formatted("/") + NOT_A_FRACTION, Dates::withoutYear),
        DateRule.of(
            left + numbers.formatted("[/.-]") + "[/.-](?<year>20\\d\\d|\\d\\d)(?![\\d/.-])",
            Dates::withYear));
  }

  private static LocalDate withoutYear(MatchResult hit, LocalDate today) {
    int month = number(hit, "month");
    int day = number(hit, "day");
    return month > 12 ? Days.nearest(day, month, today) : Days.nearest(month, day, today);
  }

  private static LocalDate withYear(MatchResult hit, LocalDate today) {
    int month = number(hit, "month");
    int day = number(hit, "day");
    return month > 12 ? LocalDate.of(year(hit), day, month) : LocalDate.of(year(hit), month, day);
  }

  private static int year(MatchResult hit) {
    return Days.year(hit.group("year"));
  }

  private static int number(MatchResult hit, String group) {
    int number = Integer.parseInt(hit.group(group));
    if (number == 0) {
      throw new DateTimeException("no " + group + " 0");
    }
    return number;
  }
}
