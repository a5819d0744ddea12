package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.review.Logged;
import deskbell.knowledge.review.Miss;
import deskbell.knowledge.review.QuestionId;
import deskbell.knowledge.review.QuestionLog;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shoppers' questions in PostgreSQL, with what the traces of the answers say of them. Any thread.
 */
public final class PgQuestionLog implements QuestionLog {
  /**
   * Within so many of the shopper's next messages a call for a person is because of the question.
   */
  private static final int PATIENCE = 2;

  private static final int MAX_INTENTS = 20;

  /**
   * A question in the middle of a flow is its answer rather than a question. What was no help
   * counts until the article that said it is published anew.
   */
  private static final String MISSED =
      """
      WITH missed AS (
        SELECT b.conversation, b.in_reply_to AS seq, true AS unknown, NULL AS told
        FROM message b
        WHERE b.sender = 'bot' AND b.trace @> ARRAY['compared: Unknown'] AND b.at >= $1
          AND NOT b.trace @> ARRAY['not for the open flow']
        UNION ALL
        SELECT b.conversation, b.in_reply_to, false,
          CASE WHEN b.source_kind IN ('article', 'model') THEN b.source_id END
        FROM rating r JOIN message b ON b.conversation = r.conversation AND b.seq = r.seq
        WHERE r.at >= $1 AND r.seq IS NOT NULL AND (r.helpful = false OR r.score <= 2)
          AND b.sender = 'bot' AND NOT EXISTS (
            SELECT FROM article_edit since
            WHERE b.source_kind IN ('article', 'model') AND since.id = b.source_id
              AND since.published_at > r.at AND EXISTS (
                SELECT FROM message told
                WHERE told.conversation = b.conversation AND told.seq > b.in_reply_to
                  AND told.in_reply_to = b.in_reply_to
                  AND told.trace @> ARRAY['language: ' || since.language]))),
      question AS (
        SELECT conversation, seq, bool_or(unknown) AS unknown, bool_or(NOT unknown) AS unhelpful,
          max(told) AS told
        FROM missed GROUP BY conversation, seq)
      SELECT q.conversation, q.seq, q.text, q.at, c.locale, coalesce(c.identity, c.id::text) AS asker,
        missed.unknown, missed.unhelpful, missed.told, answer.trace, away.at IS NOT NULL AS dismissed,
        EXISTS (
          SELECT FROM ticket t
          WHERE t.conversation = q.conversation AND t.created_at >= q.at AND $3 >= (
            SELECT count(*) FROM message later
            WHERE later.conversation = q.conversation AND later.seq > q.seq
              AND later.sender = 'shopper' AND later.at <= t.created_at)) AS handed_over
      FROM question missed
      JOIN message q ON q.conversation = missed.conversation AND q.seq = missed.seq
      JOIN conversation c ON c.id = q.conversation
      LEFT JOIN dismissed_question away
        ON away.conversation = q.conversation AND away.seq = q.seq
      LEFT JOIN LATERAL (
        SELECT b.trace FROM message b
        WHERE b.conversation = q.conversation AND b.seq > q.seq AND b.in_reply_to = q.seq
          AND b.trace IS NOT NULL
        ORDER BY b.seq LIMIT 1) answer ON true
      WHERE q.sender = 'shopper' AND q.kind = 'say' AND NOT q.erased
      ORDER BY q.at DESC LIMIT $2\
      """;

  /** Only what was compared with the articles was asked of them. */
  private static final String COMPARED =
      """
      FROM message q
      JOIN conversation c ON c.id = q.conversation
      JOIN LATERAL (
        SELECT b.trace FROM message b
        WHERE b.conversation = q.conversation AND b.seq > q.seq AND b.in_reply_to = q.seq
          AND b.trace IS NOT NULL
        ORDER BY b.seq LIMIT 1) answer
        ON EXISTS (SELECT FROM unnest(answer.trace) AS line WHERE line LIKE 'compared: %')
      WHERE q.sender = 'shopper' AND q.kind = 'say' AND NOT q.erased
      """;

  private static final String ASKED =
      "SELECT q.conversation, q.seq, q.text, q.at, c.locale, answer.trace "
          + COMPARED
          + """
          AND ($1::timestamptz IS NULL OR (q.at, q.conversation, q.seq) < ($1, $2, $3))
          ORDER BY q.at DESC, q.conversation DESC, q.seq DESC LIMIT $4\
          """;

  private static final String COUNT =
      "SELECT count(*) AS number FROM (SELECT "
          + COMPARED
          + "ORDER BY q.at DESC LIMIT $1) AS newest";

  private static final String DISMISS =
      """
      INSERT INTO dismissed_question (conversation, seq)
      SELECT m.conversation, m.seq
      FROM unnest($1::uuid[], $2::bigint[]) AS question (conversation, seq)
      JOIN message m ON m.conversation = question.conversation AND m.seq = question.seq
      WHERE m.sender = 'shopper' AND NOT m.erased
      ON CONFLICT DO NOTHING\
      """;

  private static final String RESTORE =
      """
      DELETE FROM dismissed_question away
      USING unnest($1::uuid[], $2::bigint[]) AS question (conversation, seq)
      WHERE away.conversation = question.conversation AND away.seq = question.seq\
      """;

  private static final String ALONE = "stands alone: ";
  private static final String LANGUAGE = "language: ";
  private static final Pattern INTENT = Pattern.compile("intent: (\\S+) ([01]\\.\\d+)");

  private final Database database;

  /** Questions in this database. */
  public PgQuestionLog(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Miss>> missed(Instant since, int limit) {
    return database
        .rows(MISSED, Tuple.of(since.atOffset(ZoneOffset.UTC), limit, (long) PATIENCE))
        .map(rows -> rows.stream().map(PgQuestionLog::miss).toList());
  }

  @Override
  public Future<Void> dismiss(List<QuestionId> questions) {
    return database.rows(DISMISS, places(questions)).mapEmpty();
  }

  @Override
  public Future<Void> restore(List<QuestionId> questions) {
    return database.rows(RESTORE, places(questions)).mapEmpty();
  }

  private static Tuple places(List<QuestionId> questions) {
    return Tuple.tuple()
        .addArrayOfUUID(
            questions.stream().map(id -> id.conversation().value()).toArray(UUID[]::new))
        .addArrayOfLong(questions.stream().map(QuestionId::seq).toArray(Long[]::new));
  }

  @Override
  public Future<Slice> asked(Optional<String> after, int limit) {
    var place = after.map(Place::parse);
    var values =
        Tuple.tuple()
            .addValue(place.map(Place::at).orElse(null))
            .addValue(place.map(Place::conversation).orElse(null))
            .addValue(place.map(Place::seq).orElse(null))
            .addInteger(limit);
    return database
        .rows(ASKED, values)
        .map(
            rows -> {
              var found = rows.stream().toList();
              var next =
                  found.size() < limit
                      ? Optional.<String>empty()
                      : Optional.of(Place.of(found.getLast()).toString());
              return new Slice(found.stream().map(PgQuestionLog::logged).toList(), next);
            });
  }

  @Override
  public Future<Integer> count(int limit) {
    return database
        .rows(COUNT, Tuple.of(limit))
        .map(rows -> rows.iterator().next().getLong("number").intValue());
  }

  private static Miss miss(Row row) {
    var trace = trace(row);
    return new Miss(
        new QuestionId(new ConversationId(row.getUUID("conversation")), row.getLong("seq")),
        words(row, trace),
        language(row, trace),
        row.getString("asker"),
        row.getOffsetDateTime("at").toInstant(),
        row.getBoolean("unknown"),
        row.getBoolean("unhelpful"),
        Optional.ofNullable(row.getString("told")),
        row.getBoolean("handed_over"),
        row.getBoolean("dismissed"));
  }

  private static Logged logged(Row row) {
    var trace = trace(row);
    var intents =
        trace.stream()
            .map(INTENT::matcher)
            .filter(Matcher::matches)
            .limit(MAX_INTENTS)
            .map(found -> new IntentScore(found.group(1), Double.parseDouble(found.group(2))))
            .toList();
    return new Logged(words(row, trace), language(row, trace), intents);
  }

  private static List<String> trace(Row row) {
    var lines = row.getArrayOfStrings("trace");
    return lines == null ? List.of() : List.of(lines);
  }

  private static String words(Row row, List<String> trace) {
    return after(ALONE, trace).findFirst().orElseGet(() -> row.getString("text"));
  }

  private static Language language(Row row, List<String> trace) {
    return after(LANGUAGE, trace)
        .findFirst()
        .flatMap(Language::ofTag)
        .orElseGet(() -> Language.parse(row.getString("locale")));
  }

  private static Stream<String> after(String kind, List<String> trace) {
    return trace.stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()));
  }

  /** Where a slice ends: time, conversation and number of its last question. */
  private record Place(OffsetDateTime at, UUID conversation, long seq) {
    static Place of(Row row) {
      return new Place(
          row.getOffsetDateTime("at"), row.getUUID("conversation"), row.getLong("seq"));
    }

    static Place parse(String text) {
      var parts = text.split("/", -1);
      try {
        if (parts.length == 3) {
          return new Place(
              OffsetDateTime.parse(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
        }
      } catch (DateTimeParseException | IllegalArgumentException wrong) {
        throw new Invalid("after", "is no place in the log", wrong);
      }
      throw new Invalid("after", "is no place in the log");
    }

    @Override
    public String toString() {
      return at + "/" + conversation + "/" + seq;
    }
  }
}
