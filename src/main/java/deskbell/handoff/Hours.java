package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When people are at the desk.
 *
 * @param zone where the clock hangs
 * @param spans when it is open, in the order of the week; none means day and night
 * @param closed days on which it is not, whatever the spans say
 */
public record Hours(ZoneId zone, List<Span> spans, SortedSet<LocalDate> closed) {
  private static final Comparator<Span> IN_ORDER =
      Comparator.comparing(Span::day).thenComparing(Span::opens);

  /** Day and night. */
  public static final Hours ALWAYS = new Hours(ZoneId.of("UTC"), List.of());

  /** Spans of a week at most. */
  public static final int MAX_SPANS = 70;

  /** Days that can be closed, at most. */
  public static final int MAX_CLOSED = 200;

  /** What a refusal of hours as a whole names. */
  public static final String FIELD = "desk hours";

  private static final int DAYS = 7;

  public Hours {
    most("spans", spans.size(), MAX_SPANS);
    most("closed", closed.size(), MAX_CLOSED);
    spans = spans.stream().sorted(IN_ORDER).toList();
    for (int i = 1; i < spans.size(); i++) {
      spans.get(i - 1).apart(spans.get(i));
    }
    closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
  }

  /** Hours of every week of the year. */
  public Hours(ZoneId zone, List<Span> spans) {
    this(zone, spans, new TreeSet<>());
  }

  /**
   * Part of a day: open from, up to but not including.
   *
   * @param closes midnight for the end of the day
   */
  public record Span(DayOfWeek day, LocalTime opens, LocalTime closes) {
    public Span {
      if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
        throw new Invalid(FIELD, "is " + opens + "-" + closes + "; must end after it begins");
      }
    }

    private static Span wholeDay(DayOfWeek day) {
      return new Span(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    private boolean holds(LocalTime time) {
      return !time.isBefore(opens) && (closes.equals(LocalTime.MIDNIGHT) || time.isBefore(closes));
    }

    private void apart(Span next) {
      if (day == next.day() && holds(next.opens())) {
        throw new Invalid(
            FIELD,
            "overlap on %s: %s-%s and %s-%s"
                .formatted(
                    day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    opens,
                    closes,
                    next.opens(),
                    next.closes()));
      }
    }
  }

  /** Reads {@code always}, or {@code Mon-Fri 09:00-18:00, Sat 10:00-14:00}. */
  public static Hours parse(String text, ZoneId zone) {
    return parse(text, zone, Set.of());
  }

  /** The same with closed days. */
  public static Hours parse(String text, ZoneId zone, Set<LocalDate> closed) {
    return new Hours(zone, HoursText.parse(text), new TreeSet<>(closed));
  }

  /** The spans as {@link #parse} reads them. */
  public String text() {
    return HoursText.of(spans);
  }

  /** True where the desk is open at this moment. */
  public boolean open(Instant at) {
    var local = at.atZone(zone);
    return on(local.toLocalDate()).anyMatch(span -> span.holds(local.toLocalTime()));
  }

  /** The first moment from this one on at which the desk is open, by its own clock. */
  public ZonedDateTime opens(Instant at) {
    var local = at.atZone(zone);
    return open(at) ? local : nextOpening(local);
  }

  /** Each closed day may hide the only opening of its week. */
  private ZonedDateTime nextOpening(ZonedDateTime after) {
    var today = after.toLocalDate();
    return today
        .datesUntil(today.plusDays((long) DAYS * (closed.size() + 1) + 1))
        .flatMap(day -> on(day).map(span -> day.atTime(span.opens()).atZone(zone)))
        .filter(opening -> opening.isAfter(after))
        .findFirst()
        .orElseThrow();
  }

  private Stream<Span> on(LocalDate date) {
    if (closed.contains(date)) {
      return Stream.empty();
    }
    var day = date.getDayOfWeek();
    return spans.isEmpty()
        ? Stream.of(Span.wholeDay(day))
        : spans.stream().filter(span -> span.day() == day);
  }

  private static void most(String what, int number, int most) {
    if (number > most) {
      throw new Invalid(what, "has " + number + "; at most " + most);
    }
  }
}
