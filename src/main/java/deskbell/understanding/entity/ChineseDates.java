package deskbell.understanding.entity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Dates as Chinese writes them. 周五 alone is the coming one, 这周五 this week's, 下周五 next week's, weeks
 * beginning on Monday; a date without a year is the nearest.
 */
final class ChineseDates {
  private static final String NUMBER = "\\d{1,3}|[一二两三四五六七八九十]{1,3}";
  private static final String DAY_ENDING = "(?:日|号(?![楼店码线门院馆机仓柜桌房电]))";
  private static final Map<String, Integer> OFFSETS =
      Map.of("大后", 3, "后", 2, "明", 1, "今", 0, "昨", -1, "前", -2, "大前", -3);
  private static final String WEEKDAYS = "一二三四五六日";

  static final List<DateRule> RULES =
      List.of(
          DateRule.of("(?<day>大后|大前|前)(?:天|日)(?!后)", ChineseDates::named),
          DateRule.of("(?<![0-9一二两三四五六七八九十几多])(?<day>后|明|今|昨)(?:天|日|儿个?|早|晚)", ChineseDates::named),
          DateRule.of(
              "(?<![0-9一二两三四五六七八九十几每])(?<which>上上|下下|上|下|这|本)?个?(?:周|星期|礼拜)"
                  + "(?<weekday>[一二三四五六日天末1-7])(?![0-9个天次周年])",
              ChineseDates::weekday),
          DateRule.of(
              "(?<count>" + NUMBER + ")个?(?<unit>天|日|周|星期|礼拜|月)(?:以|之)?(?<way>前|后)",
              ChineseDates::shifted),
          DateRule.of(
              "(?<year>\\d{4}|\\d{2}|二[零〇][一二三四五六七八九][零〇一二三四五六七八九])年"
                  + "(?<month>"
                  + NUMBER
                  + ")月(?<day>"
                  + NUMBER
                  + ")(?:日|号)?",
              ChineseDates::full),
          DateRule.of(
              "(?<which>上|下|这|本)个?月(?<day>" + NUMBER + ")" + DAY_ENDING, ChineseDates::ofMonth),
          DateRule.of(
              "(?<![0-9])(?<month>" + NUMBER + ")月(?<day>" + NUMBER + ")(?:日|号)?",
              (hit, today) -> Days.nearest(number(hit, "month"), number(hit, "day"), today)),
          DateRule.of(
              "(?<![0-9A-Za-z路巷街弄道村栋第月])(?<![路巷街弄道村] )(?<day>" + NUMBER + ")" + DAY_ENDING,
              (hit, today) -> Days.nearest(number(hit, "day"), today)));

  private ChineseDates() {}

  private static LocalDate named(MatchResult hit, LocalDate today) {
    return today.plusDays(OFFSETS.get(hit.group("day")));
  }

  private static LocalDate weekday(MatchResult hit, LocalDate today) {
    var day = weekdayOf(hit.group("weekday"));
    return switch (Optional.ofNullable(hit.group("which")).orElse("")) {
      case "上上" -> Days.inWeek(-2, day, today);
      case "上" -> Days.inWeek(-1, day, today);
      case "这", "本" -> Days.inWeek(0, day, today);
      case "下" -> Days.inWeek(1, day, today);
      case "下下" -> Days.inWeek(2, day, today);
      default -> Days.coming(day, today);
    };
  }

  private static DayOfWeek weekdayOf(String name) {
    return switch (name) {
      case "天", "7" -> DayOfWeek.SUNDAY;
      case "末" -> DayOfWeek.SATURDAY;
      default ->
          DayOfWeek.of(
              Character.isDigit(name.charAt(0))
                  ? Integer.parseInt(name)
                  : WEEKDAYS.indexOf(name) + 1);
    };
  }

  private static LocalDate shifted(MatchResult hit, LocalDate today) {
    long amount = number(hit, "count") * (hit.group("way").equals("前") ? -1L : 1L);
    return switch (hit.group("unit")) {
      case "天", "日" -> today.plusDays(amount);
      case "月" -> today.plusMonths(amount);
      default -> today.plusWeeks(amount);
    };
  }

  private static LocalDate full(MatchResult hit, LocalDate today) {
    int year = Numerals.whole(hit.group("year")).orElseThrow();
    return LocalDate.of(year < 100 ? 2000 + year : year, number(hit, "month"), number(hit, "day"));
  }

  private static LocalDate ofMonth(MatchResult hit, LocalDate today) {
    int months =
        switch (hit.group("which")) {
          case "上" -> -1;
          case "下" -> 1;
          default -> 0;
        };
    return YearMonth.from(today).plusMonths(months).atDay(number(hit, "day"));
  }

  private static int number(MatchResult hit, String group) {
    return Numerals.whole(hit.group(group))
        .filter(n -> n > 0)
        .orElseThrow(() -> new DateTimeException("no " + group + " 0"));
  }
}
