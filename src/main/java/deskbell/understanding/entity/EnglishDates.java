package deskbell.understanding.entity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Dates as English writes them. A weekday alone is the coming one; "next Friday" is the Friday of
 * next week, weeks beginning on Monday; a date without a year is the nearest.
 */
final class EnglishDates {
  private static final String WEEKDAY =
      "(?<weekday>mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|satur|sun)day";
  private static final String SHORT_WEEKDAY = "(?<weekday>mon|tues?|weds?|thurs?|thu|fri|sat|sun)";
  private static final String MONTH =
      "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?:,?\\s(?<year>20\\d\\d)\\b)?";
  private static final String COUNT = "(?<count>\\d{1,3}|an?|(?:a )?couple of|few|" + small() + ")";
  private static final String UNIT = "(?<unit>day|week|month)s?";

  private static final Map<String, Integer> OFFSETS =
      Map.of(
          "yesterday", -1, "day before yesterday", -2, "day after tomorrow", 2, "last night", -1);
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String WEEKDAYS = "montuewedthufrisatsun";

  static final List<DateRule> RULES =
      List.of(
          DateRule.of(
              "\\b(?:the )?(?<word>day after tomorrow|day before yesterday)\\b",
              EnglishDates::named),
          DateRule.of(
              "\\b(?<word>today|tonight|this (?:morning|afternoon|evening)|tomorrow|tommorow"
                  + "|tomorow|tmrw|tmr|2moro|2morrow|yesterday|last night)\\b",
              EnglishDates::named),
          DateRule.of(
              "\\b(?:(?<which>next|this|last)\\s)?" + WEEKDAY + "\\b", EnglishDates::weekday),
          DateRule.of(
              "\\b(?:(?<which>next|this|last)|on|by|until|since|till)\\s" + SHORT_WEEKDAY + "\\b",
              EnglishDates::weekday),
          DateRule.of(
              "\\bin " + COUNT + " " + UNIT + "\\b", (hit, today) -> shifted(hit, today, 1)),
          DateRule.of(
              "\\b" + COUNT + " " + UNIT + " ago\\b", (hit, today) -> shifted(hit, today, -1)),
          DateRule.of(
              "\\b" + DAY + "(?:\\sof)?[\\s-]?" + MONTH + YEAR, EnglishDates::dayOfNamedMonth),
          DateRule.of(
              "\\b" + MONTH + "\\s?(?:the\\s)?" + DAY + "(?![\\d:])\\b" + YEAR,
              EnglishDates::dayOfNamedMonth),
          DateRule.of(
              "\\b(?:on|by|since|until|till|from)\\sthe\\s(?<day>\\d{1,2})(?:st|nd|rd|th)\\b",
              (hit, today) -> Days.nearest(Integer.parseInt(hit.group("day")), today)));

  private EnglishDates() {}

  private static String small() {
    return "one|two|three|four|five|six|seven|eight|nine|ten";
  }

  private static LocalDate named(MatchResult hit, LocalDate today) {
    var word = hit.group("word").toLowerCase(Locale.ROOT);
    boolean isToday =
        word.startsWith("today") || word.startsWith("toni") || word.startsWith("this");
    return today.plusDays(isToday ? 0 : OFFSETS.getOrDefault(word, 1));
  }

  private static LocalDate weekday(MatchResult hit, LocalDate today) {
    var day = DayOfWeek.of(WEEKDAYS.indexOf(three(hit.group("weekday"))) / 3 + 1);
    var which = Optional.ofNullable(hit.group("which")).orElse("").toLowerCase(Locale.ROOT);
    return switch (which) {
      case "next" -> Days.inWeek(1, day, today);
      case "last" -> Days.past(day, today);
      default -> Days.coming(day, today);
    };
  }

  private static LocalDate shifted(MatchResult hit, LocalDate today, int direction) {
    var count = hit.group("count").toLowerCase(Locale.ROOT);
    long amount =
        count.startsWith("a")
            ? count.length() <= 2 ? 1 : 2
            : count.startsWith("couple")
                ? 2
                : count.equals("few") ? 3 : Numerals.whole(count).orElseThrow();
    return switch (three(hit.group("unit"))) {
      case "day" -> today.plusDays(direction * amount);
      case "wee" -> today.plusWeeks(direction * amount);
      default -> today.plusMonths(direction * amount);
    };
  }

  private static LocalDate dayOfNamedMonth(MatchResult hit, LocalDate today) {
    int month = MONTHS.indexOf(three(hit.group("month"))) / 3 + 1;
    int day = Integer.parseInt(hit.group("day"));
    if (hit.group("year") != null) {
      return LocalDate.of(Days.year(hit.group("year")), month, day);
    }
    if (day == 0) {
      throw new DateTimeException("no day 0");
    }
    return Days.nearest(month, day, today);
  }

  private static String three(String name) {
    return name.substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
