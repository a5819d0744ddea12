package deskbell.handoff;

import deskbell.conversation.Invalid;
import deskbell.handoff.Hours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spans of a week as a line: {@code Mon-Fri 09:00-18:00, Sat 10:00-14:00}, or {@code always}. */
final class HoursText {
  private static final String ALWAYS = "always";
  private static final Pattern SPAN =
      Pattern.compile("(?<from>\\p{L}{3})(?:-(?<to>\\p{L}{3}))? (?<opens>\\S+)-(?<closes>\\S+)");
  private static final int DAYS = 7;
  private static final int DAY_LETTERS = 3;

  private HoursText() {}

  static String of(List<Span> spans) {
    return spans.isEmpty()
        ? ALWAYS
        : spans.stream()
            .map(span -> "%s %s-%s".formatted(letters(span.day()), span.opens(), span.closes()))
            .collect(Collectors.joining(", "));
  }

  static List<Span> parse(String text) {
    var spans = new ArrayList<Span>();
    if (!text.equals(ALWAYS)) {
      for (var part : text.split(",", -1)) {
        spans.addAll(spans(part.strip()));
      }
    }
    return spans;
  }

  private static List<Span> spans(String part) {
    var matcher = SPAN.matcher(part);
    if (!matcher.matches()) {
      throw malformed(part, null);
    }
    try {
      var opens = LocalTime.parse(matcher.group("opens"));
      var closes = LocalTime.parse(matcher.group("closes"));
      var first = day(matcher.group("from"), part);
      var last = matcher.group("to") == null ? first : day(matcher.group("to"), part);
      var spans = new ArrayList<Span>();
      for (int i = 0; i <= Math.floorMod(last.getValue() - first.getValue(), DAYS); i++) {
        spans.add(new Span(first.plus(i), opens, closes));
      }
      return spans;
    } catch (DateTimeException noTime) {
      throw malformed(part, noTime);
    }
  }

  private static DayOfWeek day(String name, String part) {
    for (var day : DayOfWeek.values()) {
      if (letters(day).equalsIgnoreCase(name)) {
        return day;
      }
    }
    throw malformed(part, null);
  }

  private static String letters(DayOfWeek day) {
    var name = day.name();
    return name.charAt(0) + name.substring(1, DAY_LETTERS).toLowerCase(Locale.ROOT);
  }

  private static Invalid malformed(String part, Throwable cause) {
    return new Invalid(
        Hours.FIELD, "has \"" + part + "\"; such as Mon-Fri 09:00-18:00, Sat 10:00-14:00", cause);
  }
}
