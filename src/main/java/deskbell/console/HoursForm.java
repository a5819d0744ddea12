package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.handoff.Hours;
import deskbell.handoff.Hours.Span;
import deskbell.web.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hours as JSON; what is refused is called by its place in it. */
final class HoursForm {
  private static final int MAX_TEXT = 60;
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private HoursForm() {}

  static JsonObject shown(Hours hours, Instant now) {
    var open = hours.open(now);
    var json =
        new JsonObject()
            .put("zone", hours.zone().getId())
            .put("spans", DeskJson.array(hours.spans(), HoursForm::span))
            .put("closed", closed(hours))
            .put("open", open);
    return open ? json : json.put("opens", hours.opens(now).toInstant().toString());
  }

  /** Days off, the next first. */
  static JsonArray closed(Hours hours) {
    return new JsonArray(hours.closed().stream().map(LocalDate::toString).toList());
  }

  private static JsonObject span(Span span) {
    return new JsonObject()
        .put("day", span.day().name().toLowerCase(Locale.ROOT))
        .put("opens", span.opens().toString())
        .put("closes", span.closes().toString());
  }

  static Hours read(Fields fields) {
    var zone = fields.text("zone", MAX_TEXT);
    if (!ZONES.contains(zone)) {
      throw new Invalid(
          "zone", "is " + zone + "; must be an IANA name such as Europe/London or Asia/Shanghai");
    }
    var spans = fields.objects("spans").stream().map(HoursForm::span).toList();
    var closed = new TreeSet<LocalDate>();
    var days = fields.texts("closed", MAX_TEXT);
    for (int i = 0; i < days.size(); i++) {
      closed.add(value("closed." + i, days.get(i), LocalDate::parse, "a day such as 2026-12-25"));
    }
    return called("spans", () -> new Hours(ZoneId.of(zone), spans, closed));
  }

  private static Span span(Fields fields) {
    var day = fields.text("day", MAX_TEXT);
    var opens = fields.text("opens", MAX_TEXT);
    var closes = fields.text("closes", MAX_TEXT);
    return called(
        fields.name("closes"),
        () ->
            new Span(
                value(fields.name("day"), day, HoursForm::day, "a day such as monday"),
                value(fields.name("opens"), opens, LocalTime::parse, "a time such as 09:00"),
                value(fields.name("closes"), closes, LocalTime::parse, "a time such as 18:00")));
  }

  private static DayOfWeek day(String name) {
    try {
      return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new DateTimeException(name, unknown);
    }
  }

  private static <T> T value(String field, String text, Function<String, T> parse, String rule) {
    try {
      return parse.apply(text);
    } catch (DateTimeException malformed) {
      throw new Invalid(field, "is " + text + "; must be " + rule, malformed);
    }
  }

  /** What hours refuse as a whole, called by its place. */
  private static <T> T called(String place, Supplier<T> made) {
    try {
      return made.get();
    } catch (Invalid refused) {
      throw refused.field().equals(Hours.FIELD) ? refused.named(place) : refused;
    }
  }
}
