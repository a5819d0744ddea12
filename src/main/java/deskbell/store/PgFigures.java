package deskbell.store;

import deskbell.handoff.Figures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A day's figures, from PostgreSQL. Any thread. */
public final class PgFigures implements Figures {
  /**
   * A conversation counts on the day on which it began, and so do a wish for a person and each wait
   * for one: who goes back to the queue after an answer waits another time.
   */
  private static final String DAY =
      """
      WITH talk AS (
        SELECT c.id, c.created_at,
          EXISTS (SELECT FROM ticket t WHERE t.conversation = c.id) AS handed
        FROM conversation c
        WHERE c.created_at >= $1 AND c.created_at < $2 AND c.seq > 0),
      asked AS (
        SELECT t.reason FROM ticket t
        WHERE t.created_at >= $1 AND t.created_at < $2 AND t.email IS NULL
          AND t.reason <> 'taken_over'),
      queued AS (
        SELECT t.queued_at, t.claimed_at, t.replied_at FROM ticket t
        WHERE t.queued_at >= $1 AND t.queued_at < $2 AND t.email IS NULL
          AND (t.reason <> 'taken_over' OR t.queued_at <> t.created_at)
        UNION ALL
        SELECT p.queued_at, p.claimed_at, p.replied_at FROM past_wait p
        WHERE p.queued_at >= $1 AND p.queued_at < $2),
      rated AS (
        SELECT r.* FROM rating r WHERE r.at >= $1 AND r.at < $2)
      SELECT 'quarter' AS kind, floor(extract(epoch FROM created_at) / 900)::bigint::text AS name,
        count(*)::float8 AS figure
      FROM talk GROUP BY name
      UNION ALL SELECT 'total', 'conversations', count(*) FROM talk
      UNION ALL SELECT 'total', 'bot', count(*) FILTER (WHERE NOT handed) FROM talk
      UNION ALL SELECT 'total', 'person', count(*) FILTER (WHERE handed) FROM talk
      UNION ALL SELECT 'wait', 'median', percentile_cont(0.5) WITHIN GROUP (
          ORDER BY extract(epoch FROM claimed_at - queued_at)) FROM queued
      UNION ALL SELECT 'wait', 'most', percentile_cont(0.9) WITHIN GROUP (
          ORDER BY extract(epoch FROM claimed_at - queued_at)) FROM queued
      UNION ALL SELECT 'wait', 'answer', percentile_cont(0.5) WITHIN GROUP (
          ORDER BY extract(epoch FROM replied_at - queued_at)) FROM queued
      UNION ALL SELECT 'score', score::text, count(*) FROM rated WHERE score IS NOT NULL GROUP BY score
      UNION ALL SELECT 'helpful', helpful::text, count(*) FROM rated
        WHERE helpful IS NOT NULL GROUP BY helpful
      UNION ALL SELECT 'outcome', outcome, count(*) FROM ticket
        WHERE ended_at >= $1 AND ended_at < $2 AND outcome IS NOT NULL GROUP BY outcome
      UNION ALL (
        SELECT 'reason', reason, count(*) FROM asked GROUP BY reason ORDER BY count(*) DESC LIMIT 8)\
      """;

  /** No zone begins its hours elsewhere than at a quarter of an hour. */
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final Database database;

  /** Figures of this database. */
  public PgFigures(Database database) {
    this.database = database;
  }

  @Override
  public Future<Map<String, Map<String, Double>>> of(LocalDate day, ZoneId zone) {
    var from = day.atStartOfDay(zone).toOffsetDateTime();
    var to = day.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    return database
        .rows(DAY, Tuple.of(from, to))
        .map(
            rows -> {
              var figures = new HashMap<String, Map<String, Double>>();
              rows.stream()
                  .filter(row -> row.getDouble("figure") != null)
                  .forEach(
                      row ->
                          figures
                              .computeIfAbsent(row.getString("kind"), kind -> new HashMap<>())
                              .put(row.getString("name"), row.getDouble("figure")));
              Optional.ofNullable(figures.remove("quarter"))
                  .ifPresent(quarters -> figures.put("hour", hours(quarters, zone)));
              return Map.copyOf(figures);
            });
  }

  /**
   * By the clock of the zone, as Java knows it: PostgreSQL takes the sign of an offset such as
   * GMT+08:00 the other way round.
   */
  private static Map<String, Double> hours(Map<String, Double> quarters, ZoneId zone) {
    var hours = new HashMap<String, Double>();
    quarters.forEach(
        (quarter, count) -> {
          var begun = Instant.EPOCH.plus(QUARTER.multipliedBy(Long.parseLong(quarter)));
          hours.merge(String.valueOf(begun.atZone(zone).getHour()), count, Double::sum);
        });
    return hours;
  }
}
