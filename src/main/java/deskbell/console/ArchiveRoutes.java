package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.handoff.Archive;
import deskbell.handoff.Figures;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /api/archive}: looking for conversations, and {@code /api/figures}: a day's figures. */
final class ArchiveRoutes {
  private static final int PAGE = 20;
  private static final int MAX_WORDS = 200;

  private final Archive archive;
  private final Figures figures;
  private final Clock clock;

  ArchiveRoutes(Archive archive, Figures figures, Clock clock) {
    this.archive = archive;
    this.figures = figures;
    this.clock = clock;
  }

  void mount(Routes routes) {
    routes.get("/api/archive", Routes.AGENTS, this::search);
    routes.get("/api/figures", Routes.AGENTS, this::figures);
  }

  private Future<Response> search(Visit visit) {
    var query =
        new Archive.Query(
            visit.words("words", MAX_WORDS),
            visit.query("language").map(Language::parse),
            visit.query("handled").map(name -> one(Archive.Handled.values(), "handled", name)),
            visit.query("judged").map(name -> one(Archive.Judged.values(), "judged", name)),
            visit.query("from").map(text -> day("from", text)).map(this::begins),
            page(visit).or(() -> last(visit)),
            page(visit).map(_ -> last(visit).orElseGet(clock::instant)));
    return archive.search(query, PAGE + 1).map(ArchiveRoutes::page);
  }

  /** Where the page before has ended. */
  private static Optional<Instant> page(Visit visit) {
    return visit.query("before").map(ArchiveRoutes::time);
  }

  /** The end of the last day. */
  private Optional<Instant> last(Visit visit) {
    return visit.query("to").map(text -> begins(day("to", text).plusDays(1)));
  }

  private static Response page(List<Archive.Found> found) {
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var json = new JsonObject().put("conversations", DeskJson.array(shown, ArchiveRoutes::found));
    if (found.size() > PAGE) {
      json.put("before", shown.getLast().at().toString());
    }
    return Response.ok(json);
  }

  private static JsonObject found(Archive.Found found) {
    var json =
        new JsonObject()
            .put("conversation", found.conversation().toString())
            .put("mode", found.mode().wire())
            .put("language", found.language().code())
            .put("at", found.at().toString())
            .put("text", found.text())
            .put("helpful", found.helpful())
            .put("unhelpful", found.unhelpful());
    found.agent().ifPresent(agent -> json.put("agent", agent));
    found.score().ifPresent(score -> json.put("score", score));
    return json;
  }

  private Future<Response> figures(Visit visit) {
    var day =
        visit.query("day").map(text -> day("day", text)).orElseGet(() -> LocalDate.now(clock));
    return figures
        .of(day, clock.getZone())
        .map(
            all -> {
              var json =
                  new JsonObject().put("day", day.toString()).put("zone", clock.getZone().getId());
              all.forEach((kind, values) -> json.put(kind, values(values)));
              return Response.ok(json);
            });
  }

  private static JsonObject values(Map<String, Double> values) {
    return new JsonObject(new TreeMap<>(values));
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new Invalid(name, "must be a day such as 2027-01-31", malformed);
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new Invalid("before", "must be a time such as 2027-01-31T09:00:00Z", malformed);
    }
  }

  private static <E extends Enum<E>> E one(E[] values, String field, String name) {
    return Arrays.stream(values)
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new Invalid(field, "is none of " + names(values)));
  }

  private static String names(Enum<?>[] values) {
    return String.join(
        ", ", Arrays.stream(values).map(it -> it.name().toLowerCase(Locale.ROOT)).toList());
  }
}
