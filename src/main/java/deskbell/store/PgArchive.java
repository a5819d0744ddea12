package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Mode;
import deskbell.handoff.Archive;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All conversations, in PostgreSQL. Any thread. */
public final class PgArchive implements Archive {
  /** How far back is looked first, and where that is too little next, before all is. */
  private static final List<Duration> WINDOWS = List.of(Duration.ofDays(7), Duration.ofDays(60));

  private static final String SHOWN =
      """
      SELECT c.id, c.mode, c.locale, h.at, coalesce(left(m.text, 200), '') AS words,
        (SELECT t.agent FROM ticket t WHERE t.conversation = c.id ORDER BY t.id DESC LIMIT 1) AS agent,
        (SELECT r.score::int FROM rating r WHERE r.conversation = c.id AND r.seq IS NULL) AS score,
        (SELECT count(*)::int FROM rating r WHERE r.conversation = c.id AND r.helpful) AS helpful,
        (SELECT count(*)::int FROM rating r WHERE r.conversation = c.id AND NOT r.helpful) AS unhelpful
      FROM %s h JOIN conversation c ON c.id = h.conversation
      LEFT JOIN message m ON m.conversation = h.conversation AND m.seq = h.seq
      WHERE NOT c.erased
        AND ($2::text IS NULL OR c.locale = $2)
        AND ($3::text IS NULL OR ($3 = 'person')
          = EXISTS (SELECT FROM ticket t WHERE t.conversation = c.id))
        AND ($4::text IS NULL OR EXISTS (
          SELECT FROM rating r WHERE r.conversation = c.id AND CASE $4
            WHEN 'good' THEN r.helpful OR r.score >= 4 ELSE NOT r.helpful OR r.score <= 2 END))
      ORDER BY h.at DESC
      LIMIT $1\
      """;

  /**
   * The newest messages with these words, and of each conversation that was not found before the
   * newest of them.
   */
  private static final String BY_WORDS =
      """
      WITH newest AS MATERIALIZED (
        SELECT * FROM newest_with($5, coalesce($6::timestamptz, '-infinity'),
          coalesce($7::timestamptz, 'infinity'), %d)),
      hit AS (
        SELECT * FROM (
          SELECT DISTINCT ON (conversation) conversation, seq, at FROM newest
          ORDER BY conversation, at DESC) AS of_each
        WHERE $8::timestamptz IS NULL OR NOT EXISTS (
          SELECT FROM message_search s
          WHERE s.conversation = of_each.conversation AND s.at >= $7 AND s.at < $8
            AND s.terms @@ (SELECT search_query($5))))
      """
              .formatted(NEWEST)
          + SHOWN.formatted("hit");

  /** Those in which somebody said something, the newest first. */
  private static final String BY_TIME =
      SHOWN.formatted(
          """
          (SELECT id AS conversation, 1 AS seq, created_at AS at FROM conversation
           WHERE seq > 0 AND created_at >= coalesce($5::timestamptz, '-infinity')
             AND created_at < coalesce($6::timestamptz, 'infinity'))\
          """);

  private static final String TAKE_IN = "SELECT index_messages($1) AS messages";

  private final Database database;

  /** The conversations of this database. */
  public PgArchive(Database database) {
    this.database = database;
  }

  /**
   * A word that is everywhere is found in the newest messages already; one that is rare is quickly
   * looked for in all.
   */
  @Override
  public Future<List<Found>> search(Query query, int limit) {
    if (query.words().isEmpty() || query.from().isPresent()) {
      return find(query, limit);
    }
    return searchWithin(query, limit, WINDOWS);
  }

  private Future<List<Found>> searchWithin(Query query, int limit, List<Duration> windows) {
    if (windows.isEmpty()) {
      return find(query, limit);
    }
    var earliest = query.before().orElseGet(Instant::now).minus(windows.getFirst());
    return find(query.since(earliest), limit)
        .compose(
            found ->
                found.size() < limit
                    ? searchWithin(query, limit, windows.subList(1, windows.size()))
                    : Future.succeededFuture(found));
  }

  private Future<List<Found>> find(Query query, int limit) {
    var parameters =
        Tuple.tuple()
            .addInteger(limit)
            .addString(query.language().map(Language::code).orElse(null))
            .addString(query.handled().map(PgArchive::wire).orElse(null))
            .addString(query.judged().map(PgArchive::wire).orElse(null));
    query.words().ifPresent(parameters::addString);
    parameters.addOffsetDateTime(utc(query.from())).addOffsetDateTime(utc(query.before()));
    query.words().ifPresent(_ -> parameters.addOffsetDateTime(utc(query.latest())));
    return database
        .rows(query.words().isPresent() ? BY_WORDS : BY_TIME, parameters)
        .map(rows -> rows.stream().map(PgArchive::found).toList());
  }

  @Override
  public Future<Integer> takeIn(int most) {
    return database
        .rows(TAKE_IN, Tuple.of(most))
        .map(rows -> rows.iterator().next().getInteger("messages"));
  }

  private static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime utc(Optional<Instant> at) {
    return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static Found found(Row row) {
    return new Found(
        new ConversationId(row.getUUID("id")),
        Mode.ofWire(row.getString("mode")),
        Language.parse(row.getString("locale")),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("words"),
        Optional.ofNullable(row.getString("agent")),
        Optional.ofNullable(row.getInteger("score")),
        row.getInteger("helpful"),
        row.getInteger("unhelpful"));
  }
}
