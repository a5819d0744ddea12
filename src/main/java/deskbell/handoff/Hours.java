package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * When people are at the desk.
 *
 * @param zone where the clock hangs
 * @param spans when it is open; none means always
 */
public record Hours(ZoneId zone, List<Span> spans) {
  /** Day and night. */
  public static final Hours ALWAYS = new Hours(ZoneId.of("UTC"), List.of());

  private static final Pattern SPAN =
      Pattern.compile("(?<from>\\p{L}{3})(?:-(?<to>\\p{L}{3}))? (?<opens>\\S+)-(?<closes>\\S+)");
  private static final int DAYS = 7;
  private static final int DAY_LETTERS = 3;

  public Hours {
    spans = List.copyOf(spans);
  }

  /** Part of a day: open from, up to but not including. */
  public record Span(DayOfWeek day, LocalTime opens, LocalTime closes) {
    public Span {
      if (!opens.isBefore(closes)) {
        throw new Invalid("desk hours", "open at " + opens + " and close at " + closes);
      }
    }
  }

  /** Reads {@code always}, or {@code Mon-Fri 09:00-18:00, Sat 10:00-14:00}. */
  public static Hours parse(String text, ZoneId zone) {
    if (text.equals("always")) {
      return ALWAYS;
    }
    var spans = new ArrayList<Span>();
    for (var part : text.split(",", -1)) {
      spans.addAll(spans(part.strip()));
    }
    return new Hours(zone, spans);
  }

  /** True where the desk is open at this moment. */
  public boolean open(Instant at) {
    var local = at.atZone(zone);
    return spans.isEmpty()
        || spans.stream()
            .anyMatch(
                span ->
                    span.day() == local.getDayOfWeek()
                        && !local.toLocalTime().isBefore(span.opens())
                        && local.toLocalTime().isBefore(span.closes()));
  }

  /** The first moment from this one on at which the desk is open, by its own clock. */
  public ZonedDateTime opens(Instant at) {
    var local = at.atZone(zone);
    return open(at) ? local : nextOpening(local);
  }

  private ZonedDateTime nextOpening(ZonedDateTime after) {
    return IntStream.rangeClosed(0, DAYS)
        .mapToObj(after.toLocalDate()::plusDays)
        .flatMap(
            day ->
                spans.stream()
                    .filter(span -> span.day() == day.getDayOfWeek())
                    .map(span -> day.atTime(span.opens()).atZone(zone)))
        .filter(opening -> opening.isAfter(after))
        .min(Comparator.naturalOrder())
        .orElseThrow();
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
      if (day.name().substring(0, DAY_LETTERS).equals(name.toUpperCase(Locale.ROOT))) {
        return day;
      }
    }
    throw malformed(part, null);
  }

  private static Invalid malformed(String part, Throwable cause) {
    return new Invalid(
        "desk hours", "has \"" + part + "\"; such as Mon-Fri 09:00-18:00, Sat 10:00-14:00", cause);
  }
}
