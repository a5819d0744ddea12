package deskbell.store;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Mode;
import deskbell.conversation.Pulse;
import deskbell.handoff.Note;
import deskbell.handoff.Rating;
import deskbell.handoff.Recent;
import deskbell.handoff.Transcript;
import deskbell.handoff.Transcripts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conversations as agents read them, from PostgreSQL. Any thread. */
public final class PgTranscripts implements Transcripts {
  /**
   * What was told when a person was last asked for, and, where nobody was or the bot went on since,
   * whom and which order it is about: the same as {@link DeskStatements} leaves the bot.
   */
  private static final String HEAD =
      """
      SELECT c.mode, c.epoch, c.agent, c.locale, c.identity, c.page, c.seq, c.delivered, c.read, c.left_at,
        t.email, (coalesce(t.summary, '{}') || coalesce((
          SELECT jsonb_object_agg(slot, value) FROM (
            SELECT key AS slot, value ->> 'value' AS value
            FROM jsonb_each(c.memory -> 'dialog' -> 'known')
            UNION ALL
            SELECT slot.key, slot.value
            FROM jsonb_array_elements(c.memory -> 'dialog' -> 'flows') AS flow,
              jsonb_each_text(flow -> 'slots') AS slot) AS heard
          WHERE slot IN ('order', 'email', 'phone') AND value IS NOT NULL), '{}'))::text AS summary
      FROM conversation c
      LEFT JOIN LATERAL (
        SELECT email, summary FROM ticket WHERE conversation = c.id
        ORDER BY id DESC LIMIT 1) t ON true
      WHERE c.id = $1\
      """;

  private static final String LED_BY_BOT =
      """
      SELECT c.id, c.mode, c.locale, c.asked_at, coalesce(newest.words, '') AS last_text
      FROM conversation c
      LEFT JOIN LATERAL (
        SELECT left(m.text, 200) AS words FROM message m
        WHERE m.conversation = c.id AND m.sender = 'shopper'
        ORDER BY m.seq DESC LIMIT 1) newest ON true
      WHERE c.mode = 'bot' AND c.asked_at > $1
      ORDER BY c.asked_at DESC
      LIMIT $2\
      """;

  private static final String EARLIER =
      """
      SELECT c.id, c.mode, c.locale, coalesce(c.asked_at, c.created_at) AS asked_at,
        coalesce(newest.words, '') AS last_text
      FROM conversation now JOIN conversation c ON c.identity = now.identity AND c.id <> now.id
      LEFT JOIN LATERAL (
        SELECT left(m.text, 200) AS words FROM message m
        WHERE m.conversation = c.id AND m.sender = 'shopper'
        ORDER BY m.seq LIMIT 1) newest ON true
      WHERE now.id = $1
      ORDER BY c.created_at DESC
      LIMIT $2\
      """;

  private static final String RATINGS =
      """
      SELECT r.seq, r.helpful, r.score, r.comment, r.at
      FROM rating r JOIN conversation c ON c.id = r.conversation
      WHERE r.conversation = $1 AND NOT c.erased
      ORDER BY r.at, r.id\
      """;

  private static final String AFTER = PgSessions.after(MessageRow.COLUMNS_WITH_TRACE);

  private final Database database;
  private final PgSessions sessions;
  private final PgNotes notes;

  /** Conversations in this database. */
  public PgTranscripts(Database database) {
    this.database = database;
    this.sessions = new PgSessions(database);
    this.notes = new PgNotes(database);
  }

  @Override
  public Future<Transcript> read(ConversationId conversation, long after, int limit) {
    return database
        .rows(HEAD, Tuple.of(conversation.value()))
        .map(
            rows ->
                rows.stream().findFirst().orElseThrow(() -> PgConversations.missing(conversation)))
        .compose(
            head ->
                Future.all(
                        after(conversation, after, limit),
                        notes.of(conversation),
                        ratings(conversation))
                    .map(
                        all ->
                            transcript(
                                conversation,
                                head,
                                all.resultAt(0),
                                all.resultAt(1),
                                all.resultAt(2))));
  }

  private Future<List<Rating>> ratings(ConversationId conversation) {
    return database
        .rows(RATINGS, Tuple.of(conversation.value()))
        .map(rows -> rows.stream().map(PgTranscripts::rating).toList());
  }

  @Override
  public Future<List<Message>> after(ConversationId conversation, long after, int limit) {
    return database
        .rows(AFTER, Tuple.of(conversation.value(), after, limit))
        .map(
            rows ->
                PgSessions.messages(conversation, rows, row -> MessageRow.readWithTrace(row, 0)));
  }

  @Override
  public Future<List<Recent>> ledByBot(Instant since, int limit) {
    return database
        .rows(LED_BY_BOT, Tuple.of(since.atOffset(ZoneOffset.UTC), limit))
        .map(rows -> rows.stream().map(PgTranscripts::recent).toList());
  }

  @Override
  public Future<List<Recent>> earlier(ConversationId conversation, int limit) {
    return database
        .rows(EARLIER, Tuple.of(conversation.value(), limit))
        .map(rows -> rows.stream().map(PgTranscripts::recent).toList());
  }

  @Override
  public Future<Map<ConversationId, Pulse>> pulse(Set<ConversationId> conversations) {
    return sessions.pulse(conversations);
  }

  private static Transcript transcript(
      ConversationId conversation,
      Row head,
      List<Message> messages,
      List<Note> written,
      List<Rating> ratings) {
    return new Transcript(
        conversation,
        Mode.ofWire(head.getString("mode")),
        head.getLong("epoch"),
        Optional.ofNullable(head.getString("agent")),
        Language.parse(head.getString("locale")),
        Optional.ofNullable(head.getString("identity")).map(Identity::new),
        Optional.ofNullable(head.getString("page")),
        Optional.ofNullable(head.getString("email")),
        Json.strings(head.getString("summary")),
        head.getLong("seq"),
        head.getLong("delivered"),
        head.getLong("read"),
        PgTickets.instant(head, "left_at"),
        written,
        ratings,
        messages);
  }

  private static Rating rating(Row row) {
    return new Rating(
        Optional.ofNullable(row.getLong("seq")),
        Optional.ofNullable(row.getBoolean("helpful")),
        Optional.ofNullable(row.getInteger("score")),
        Optional.ofNullable(row.getString("comment")),
        row.getOffsetDateTime("at").toInstant());
  }

  private static Recent recent(Row row) {
    return new Recent(
        new ConversationId(row.getUUID("id")),
        Mode.ofWire(row.getString("mode")),
        Language.parse(row.getString("locale")),
        row.getOffsetDateTime("asked_at").toInstant(),
        row.getString("last_text"));
  }
}
