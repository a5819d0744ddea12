package deskbell.answering.grounding;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads dates and days: 22 November, 11月22日, Monday, tomorrow. Runs after numerals are digits. */
final class Calendar {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
          + "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final Pattern DAY_MONTH =
      caseless("(?<![\\w.])" + DAY + " (?:of )?" + MONTH + "(?:,? (\\d{4}))?(?!\\w)");
  private static final Pattern MONTH_DAY =
      caseless("(?<!\\w)" + MONTH + " (?:the )?" + DAY + "(?:,? (\\d{4}))?(?!\\w)");
  private static final Pattern MONTH_ALONE =
      Pattern.compile(
          "(?<!\\w)(?:((?i:January|February|April|June|July|August|September|October|November"
              + "|December)|March|May)(?!\\w)|(\\d{1,2})月(?:份)?(?!\\d))");
  private static final Pattern ISO =
      Pattern.compile("(?<![\\w-])(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\w-])");
  private static final Pattern EUROPEAN =
      Pattern.compile("(?<![\\w/])(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\w/])");
  private static final Pattern CHINESE = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]");

  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?<!\\w)(?:((?i:mon|tues|wednes|thurs|fri|satur|sun))(?i:days?)"
              + "|(Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\\.?)(?!\\w)");
  private static final Pattern CHINESE_WEEKDAY =
      Pattern.compile("(?:周|星期|礼拜)(?:([一二三四五六1-6])(?!次)|[日天])");
  private static final Pattern RELATIVE =
      caseless(
          "(?<!\\w)(today|tonight|tomorrow|yesterday|overnight|weekends?|(?:next|same)[ -]day"
              + "|(?:next|this|last) (?:week|month|year))(?!\\w)"
              + "|(今天|今日|今晚|明天|明日|昨天|昨日|后天|当天|当日|同一天|次日|第2天|第二天|隔天|隔日|周末"
              + "|(?:下|本|这|上)个?(?:周|星期|月)|明年|今年|去年)");
  private static final List<Set<String>> SAME =
      List.of(
          Set.of("today", "今天", "今日"),
          Set.of("tonight", "今晚"),
          Set.of("tomorrow", "明天", "明日"),
          Set.of("yesterday", "昨天", "昨日"),
          Set.of("next day", "overnight", "次日", "第2天", "第二天", "隔天", "隔日"),
          Set.of("same day", "当天", "当日", "同一天"),
          Set.of("weekend", "weekends", "周末"));

  private Calendar() {}

  private static Pattern caseless(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** Takes every date and day. */
  static void take(Page page) {
    page.take(DAY_MONTH, hit -> date(hit, hit.group(3), month(hit.group(2)), hit.group(1)));
    page.take(MONTH_DAY, hit -> date(hit, hit.group(3), month(hit.group(1)), hit.group(2)));
    page.take(ISO, hit -> date(hit, hit.group(1), hit.group(3), hit.group(4)));
    page.take(EUROPEAN, hit -> date(hit, hit.group(3), hit.group(2), hit.group(1)));
    page.take(CHINESE, hit -> date(hit, hit.group(1), hit.group(2), hit.group(3)));
    page.take(MONTH_ALONE, Calendar::month);
    page.take(WEEKDAY, Calendar::weekday);
    page.take(CHINESE_WEEKDAY, Calendar::chineseWeekday);
    page.take(RELATIVE, Calendar::relative);
  }

  private static String month(String name) {
    return "" + (MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
  }

  /** A date without a year is true where the facts hold that day of any year. */
  private static Optional<Claim> date(MatchResult hit, String year, String month, String day) {
    int inYear = 100 * Integer.parseInt(month) + Integer.parseInt(day);
    var anyYear = "date " + inYear;
    var holds = new HashSet<>(Set.of(anyYear, "month " + Integer.parseInt(month)));
    if (year != null) {
      var full = year.length() == 2 ? "20" + year : year;
      holds.add(anyYear + " " + full);
      holds.add("number " + full);
      return Optional.of(new Claim(hit.start(), hit.group(), anyYear + " " + full, holds));
    }
    return Optional.of(new Claim(hit.start(), hit.group(), anyYear, holds));
  }

  private static Optional<Claim> month(MatchResult hit) {
    var number = hit.group(2) == null ? month(hit.group(1)) : hit.group(2);
    return Optional.of(Claim.of(hit.start(), hit.group(), "month " + Integer.parseInt(number)));
  }

  private static Optional<Claim> weekday(MatchResult hit) {
    var name = hit.group(1) == null ? hit.group(2) : hit.group(1);
    var day = WEEKDAYS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    return Optional.of(Claim.of(hit.start(), hit.group(), "weekday " + day));
  }

  private static Optional<Claim> chineseWeekday(MatchResult hit) {
    var name = hit.group(1);
    int spelled = name == null ? 7 : "一二三四五六".indexOf(name) + 1;
    int day = spelled == 0 ? Integer.parseInt(name) : spelled;
    return Optional.of(Claim.of(hit.start(), hit.group(), "weekday " + day));
  }

  private static Optional<Claim> relative(MatchResult hit) {
    var said = hit.group().toLowerCase(Locale.ROOT).replace('-', ' ');
    var known =
        SAME.stream()
            .filter(words -> words.contains(said))
            .map(words -> words.stream().sorted().findFirst().orElseThrow())
            .findFirst()
            .orElse(said);
    return Optional.of(Claim.of(hit.start(), hit.group(), "day " + known));
  }
}
